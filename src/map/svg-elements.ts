/** Elements of the simple map: the same places and names as those of the map library, so that one style sheet serves both. */
import { scaleBarFor, metresPerPixel } from './scale'
import type { Lang } from './style-names'
import type { SvgHatch, SvgShape } from './svg-scene'
import type { View } from './map-port'
import text from './text.json'

const SVG = 'http://www.w3.org/2000/svg'

export function svgElement(tag: string, attributes: Readonly<Record<string, string>> = {}, content = ''): SVGElement {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  if (content !== '') made.textContent = content
  return made
}

export const shapeElement = ({ tag, attributes, text: words }: SvgShape): SVGElement => svgElement(tag, attributes, words)

/** Parallel lines that repeat without a seam. */
export function hatchElement({ id, colour, across, gap, width, isDotted = false }: SvgHatch): SVGElement {
  const [a = 0, b = 0] = across
  const pattern = svgElement('pattern', { id, width: String(gap), height: String(gap), patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${(Math.atan2(b, a) * 180) / Math.PI})` })
  const half = String(gap / 2)
  pattern.append(isDotted ? svgElement('circle', { cx: half, cy: half, r: String(width / 2), fill: colour }) : svgElement('rect', { width: String(width), height: String(gap), fill: colour }))
  return pattern
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, parent?: Element): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = className
  parent?.append(made)
  return made
}

export interface Furniture {
  speak(lang: Lang): void
  /** Scale bar and buttons follow the view. */
  follow(view: View): void
}

/** Longest scale bar, CSS px. */
const BAR_PX = 110

/** Scale and credit bottom left, zoom bottom right. `zoomBy`: steps in or out. */
export function furnish(host: HTMLElement, attribution: { zh: string; en: string }, zoomBy: (step: number) => void): Furniture {
  host.classList.add('maplibregl-map')
  const left = element('div', 'maplibregl-ctrl-bottom-left', host)
  const bar = element('div', 'maplibregl-ctrl maplibregl-ctrl-scale', left)
  const credit = element('div', 'maplibregl-ctrl map-credit', left)
  const group = element('div', 'maplibregl-ctrl maplibregl-ctrl-group', element('div', 'maplibregl-ctrl-bottom-right', host))
  const buttons = (['in', 'out'] as const).map((way) => {
    const button = element('button', `maplibregl-ctrl-zoom-${way}`, group)
    button.type = 'button'
    element('span', 'maplibregl-ctrl-icon', button).setAttribute('aria-hidden', 'true')
    button.addEventListener('click', () => zoomBy(way === 'in' ? 1 : -1))
    return button
  })
  return {
    speak(lang) {
      credit.textContent = attribution[lang]
      for (const [index, button] of buttons.entries()) button.ariaLabel = button.title = index === 0 ? text[lang].zoomIn : text[lang].zoomOut
    },
    follow({ center, zoom }) {
      const { metres, px } = scaleBarFor(metresPerPixel(center[1], zoom), BAR_PX)
      bar.style.width = `${px}px`
      bar.textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
    },
  }
}
