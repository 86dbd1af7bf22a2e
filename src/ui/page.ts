/** What every component may ask for: the state, the words and the legend. The map itself is never among them. */
import type { ReadonlySignal, Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { BatchDesk } from '../core/batch-types'
import type { Loaded, ZoneShape } from '../core/model'
import type { Text } from '../core/seed-types'
import type { App } from '../state/app'
import type { Lang, Theme } from '../state/url'
import { pick, translator, type Dictionary, type Translate } from './text'

/** One legend entry as the map draws it. Widths and gaps in CSS px, opacities 0 to 1. */
export interface Swatch {
  form: string
  line: { color: string; width: number; dash: number[] | null }
  fill: { color: string; opacity: number } | null
  hatch: { color: string; opacity: number; across: number[]; gap: number; width: number } | null
  soft: { color: string; opacity: number } | null
  band: { color: string; opacity: number; width: number } | null
}

export type Legend = (zone: string, layer: string, shape: Pick<ZoneShape, 'kind' | 'certainty'>, theme: Theme) => Swatch

/** The language the page speaks, and its words. */
export interface Spoken {
  lang: Lang
  dictionary: Dictionary
  /** With the words of the parts that are fetched later. */
  isAll: boolean
  /** The words of the language wished for could not be read. */
  isLacking?: true
  /** Why the words of the parts that are fetched later could not be read. */
  why?: string
}

export interface Page {
  app: App
  /** Follows `app.lang` once its words are there. */
  spoken: ReadonlySignal<Spoken>
  /** Set by the first part that is fetched later. */
  isAllWanted: Signal<boolean>
  /** Reads the words again that could not be read. */
  readWords?: () => void
  legend: Legend
  /** PNG data URL of the map as it is seen; null where there is no map. */
  takePicture?: () => Promise<string | null>
  /** Ends a drawing by hand with what is there. */
  finishSketch?: () => void
  /** The desk of the batch, made when it is first asked for; rejects while there is nothing to answer with. */
  openBatch?: () => Promise<BatchDesk>
  /** Opens another page of the site in the same state; false, and stays, where parcels would be lost, unless forced. */
  turnPage?: (to: string, isForced: boolean) => boolean
}

export const PageContext = createContext<Page | null>(null)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === null) throw new Error('expected a component inside <Shell>, found none around it')
  return page
}

export const useApp = (): App => usePage().app

export interface Words {
  lang: Lang
  t: Translate
  pick(text: Text): string
}

/** Words in the language of the page; the component follows a change of language. */
export function useWords(): Words {
  const { lang, dictionary } = usePage().spoken.value
  return { lang, t: translator(dictionary), pick: (text) => pick(text, lang) }
}

/** What has been read, what measures parcels in its world once that is there; null while it has not. */
export const useLoaded = (): Loaded | null => useApp().loaded.value
