/** The marker and the cross of both maps: plain elements. */

export function element(name: string, className: string, hidden = false): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  if (hidden) made.setAttribute('aria-hidden', 'true')
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

function svg(className: string, size: number, shapes: Record<string, string>[]): SVGSVGElement {
  const made = document.createElementNS(SVG, 'svg')
  made.setAttribute('class', className)
  made.setAttribute('viewBox', `0 0 ${size} ${size}`)
  made.setAttribute('aria-hidden', 'true')
  for (const { tag = 'path', ...attributes } of shapes) {
    const shape = document.createElementNS(SVG, tag)
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value)
    made.append(shape)
  }
  return made
}

/** Side of the marker, CSS px. */
export const markerSize = 40
/** The shapes of the marker; the place is at `tip`, px from its top. */
export const markerPath = {
  body: 'M20 38c-.6 0-1.1-.3-1.5-.8C14.6 32 8 24.3 8 16a12 12 0 0 1 24 0c0 8.3-6.6 16-10.5 21.200-.4.5-.9.8-1.5.8z',
  eye: { x: 20, y: 16, r: 4.6 },
  tip: 38,
}

/** The marker of the place asked about. The page says the place in words, so it is hidden from screen readers. */
export function markerElement(): HTMLElement {
  const marker = element('div', 'map-marker', true)
  marker.append(
    svg('map-marker-sign', markerSize, [
      { d: markerPath.body, class: 'map-marker-body' },
      { tag: 'circle', cx: String(markerPath.eye.x), cy: String(markerPath.eye.y), r: String(markerPath.eye.r), class: 'map-marker-eye' },
    ]),
  )
  return marker
}

/** The cross at the centre, seen while the map has keyboard focus. */
export const crossElement = (): SVGSVGElement =>
  svg('map-cross', 48, [
    { d: 'M24 4v14M24 30v14M4 24h14M30 24h14', class: 'map-cross-halo' },
    { d: 'M24 4v14M24 30v14M4 24h14M30 24h14', class: 'map-cross-line' },
    { tag: 'circle', cx: '24', cy: '24', r: '1.5', class: 'map-cross-dot' },
  ])
