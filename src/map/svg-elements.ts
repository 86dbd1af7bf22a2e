/** Elements of the simple map: the same places and names as those of the map library, so that one style sheet serves both. */
import { scaleBarFor, metresPerPixel } from './scale'
import type { Lang } from './style-names'
import type { SvgGroup, SvgHatch, SvgScene, SvgShape } from './svg-scene'
import type { View } from './map-port'
import text from './text.json'

const SVG = 'http://www.w3.org/2000/svg'

export function svgElement(tag: string, attributes: Readonly<Record<string, string>> = {}, content = ''): SVGElement {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  if (content !== '') made.textContent = content
  return made
}

const shapeElement = ({ tag, attributes, text: words }: SvgShape): SVGElement => svgElement(tag, attributes, words)

/** Parallel lines that repeat without a seam. */
function hatchElement({ id, colour, across, gap, width, isDotted = false, growth = 1, shift = 0 }: SvgHatch): SVGElement {
  const [a = 0, b = 0] = across
  const turned = `rotate(${(Math.atan2(b, a) * 180) / Math.PI})scale(${growth})translate(${shift})`
  const pattern = svgElement('pattern', { id, width: String(gap), height: String(gap), patternUnits: 'userSpaceOnUse', patternTransform: turned })
  const half = String(gap / 2)
  pattern.append(isDotted ? svgElement('circle', { cx: half, cy: half, r: String(width / 2), fill: colour }) : svgElement('rect', { x: String((gap - width) / 2), width: String(width), height: String(gap), fill: colour }))
  return pattern
}

const groupElements = new WeakMap<SvgGroup, SVGElement>()

/** A group of the scene; the same group has the same element, so that what did not change stays. */
function groupElement(group: SvgGroup): SVGElement {
  const known = groupElements.get(group)
  if (known !== undefined) return known
  const made = svgElement('g', group.attributes)
  made.append(...group.hatches.map(hatchElement), ...group.shapes.map(shapeElement))
  groupElements.set(group, made)
  return made
}

/** Makes `wanted` the children of a parent; those that stay are not touched. */
function replaceFew(parent: Element, wanted: readonly Element[]): void {
  const stays = new Set(wanted)
  for (const child of Array.from(parent.children)) if (!stays.has(child)) child.remove()
  for (const [i, child] of wanted.entries()) if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null)
}

/** Shows a scene in an `svg` element: its ground, and on it the groups. */
export function showScene(svg: Element, { background, groups }: SvgScene): void {
  const known = svg.firstElementChild
  const ground = known?.tagName === 'rect' ? known : svgElement('rect', { width: '100%', height: '100%' })
  ground.setAttribute('fill', background)
  replaceFew(svg, [ground, ...groups.map(groupElement)])
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
