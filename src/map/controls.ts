/** Scale bar, attribution, zoom buttons and the cross for keyboard users, over the map library's map. */
import { NavigationControl, ScaleControl, type MapLibreMap } from 'maplibre-gl'
import type { PortEvents } from './map-port'
import { crossElement, element } from './marks'
import type { Lang } from './style-names'
import text from './text.json'

export interface Controls {
  /** Names everything in a language. */
  speak(lang: Lang): void
}

/** The cross at the centre asks by Enter. */
function addCross(map: MapLibreMap, events: PortEvents): void {
  map.getCanvasContainer().append(crossElement())
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.repeat) return
    event.preventDefault()
    const { lng, lat } = map.getCenter()
    events.click([lng, lat])
  })
}

function name(host: HTMLElement, selector: string, label: string): void {
  const found = host.querySelector(selector)
  found?.setAttribute('aria-label', label)
  if (found instanceof HTMLElement && selector !== 'canvas') found.title = label
}

/** Adds what stands over the map: scale and attribution bottom left, zoom bottom right. */
export function addControls(map: MapLibreMap, attribution: { zh: string; en: string }, events: PortEvents): Controls {
  const credit = element('div', 'maplibregl-ctrl map-credit')
  map.addControl({ onAdd: () => credit, onRemove: () => credit.remove() }, 'bottom-left')
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left')
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  addCross(map, events)
  return {
    speak(lang) {
      const host = map.getContainer()
      credit.textContent = attribution[lang]
      name(host, 'canvas', text[lang].map)
      name(host, '.maplibregl-ctrl-zoom-in', text[lang].zoomIn)
      name(host, '.maplibregl-ctrl-zoom-out', text[lang].zoomOut)
      name(host, '.maplibregl-ctrl-compass', text[lang].north)
    },
  }
}
