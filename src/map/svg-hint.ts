/** Says over a map within another page how it is moved, where the hand moved that page instead. */
import { element } from './marks'
import type { Lang } from './style-names'
import text from './text.json'

/** Long enough to be read, ms. */
const SHOWN_MS = 1_500

export interface Hint {
  show(by: 'wheel' | 'finger'): void
  speak(lang: Lang): void
}

export function hintOver(host: HTMLElement): Hint {
  const screen = element('div', 'maplibregl-cooperative-gesture-screen map-hint', true)
  host.append(screen)
  let lang: Lang = 'zh'
  let timer: ReturnType<typeof setTimeout> | undefined
  const isMac = /Mac/.test(navigator.userAgent)
  return {
    show(by) {
      screen.textContent = by === 'finger' ? text[lang].fingers : isMac ? text[lang].wheelMac : text[lang].wheel
      screen.classList.add('maplibregl-show')
      clearTimeout(timer)
      timer = setTimeout(() => screen.classList.remove('maplibregl-show'), SHOWN_MS)
    },
    speak: (spoken) => void (lang = spoken),
  }
}
