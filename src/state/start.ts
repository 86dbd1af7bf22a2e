/** What the page starts from when the address says nothing. */
import type { Layer } from '../core/model'
import type { Lang, Link, Theme, View } from './url'

/** Calendar day of a moment in the reader's own time zone, ISO. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Chinese unless the reader's first language is plainly another one. */
export const languageOf = (languages: readonly string[]): Lang => (/^(zh|$)/i.test(languages[0] ?? '') ? 'zh' : 'en')

/** Defaults of an address: today, the layers that are on at start, nothing asked. */
export function usualLink(start: { view: View; layers: readonly Layer[]; now: Date; lang: Lang; theme: Theme }): Link {
  return {
    lang: start.lang,
    theme: start.theme,
    view: start.view,
    point: null,
    off: start.layers.filter((layer) => !layer.on).map((layer) => layer.id).sort(),
    on: localDay(start.now),
    project: [],
    facts: {},
    known: {},
    item: null,
    selected: null,
    sites: null,
    compared: [],
    suit: null,
  }
}
