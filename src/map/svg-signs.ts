/** Signs of points as shapes of SVG, the same as the fields that the map library colours. Pure. */
import type { SvgShape } from './svg-scene'

interface Sign {
  /** Of the disc, the ring or the diamond, px. */
  radius: number
  /** Of the ring; 0: filled. */
  ring: number
  /** Of a filled disc within. */
  dot?: number
  isDiamond?: boolean
  /** Side of the square that is kept free of names, px. */
  room: number
}

/** By image. */
const signs: Readonly<Record<string, Sign>> = {
  'icon-dot': { radius: 2.4, ring: 0, room: 10 },
  'icon-small': { radius: 2.7, ring: 1.4, room: 12 },
  'icon-large': { radius: 3.7, ring: 1.7, room: 14 },
  'icon-seat': { radius: 5.2, ring: 1.6, dot: 2.2, room: 16 },
  'icon-diamond': { radius: 3.8, ring: 0, isDiamond: true, room: 12 },
}

export interface SignLook {
  colour: string
  halo: string
  haloWidth: number
  opacity: number
}

/** Side of the square a sign takes, px; 0 where the style names none. */
export const roomOf = (image: string): number => signs[image]?.room ?? 0

const short = (value: number): string => String(Math.round(value * 10) / 10)

/** A sign about a place, px. */
export function signShapes(image: string, [x, y]: readonly [number, number], { colour, halo, haloWidth, opacity }: SignLook): SvgShape[] {
  const sign = signs[image]
  if (sign === undefined) return []
  const { radius, ring, dot = 0, isDiamond = false } = sign
  const disc = (r: number, attributes: Record<string, string>): SvgShape => ({ tag: 'circle', attributes: { cx: short(x), cy: short(y), r: String(r), opacity: String(opacity), ...attributes } })
  const around = { stroke: halo, 'stroke-width': String(ring + 2 * haloWidth) }
  if (isDiamond) return [{ tag: 'path', attributes: { d: `M${short(x - radius)} ${short(y)}l${radius} ${-radius}l${radius} ${radius}l${-radius} ${radius}Z`, fill: colour, opacity: String(opacity), 'paint-order': 'stroke', ...around } }]
  if (ring === 0) return [disc(radius, { fill: colour, 'paint-order': 'stroke', ...around })]
  const rings = [disc(radius, { fill: 'none', ...around }), disc(radius, { fill: 'none', stroke: colour, 'stroke-width': String(ring) })]
  return dot === 0 ? rings : [...rings, disc(dot, { fill: colour, stroke: halo, 'stroke-width': String(2 * haloWidth), 'paint-order': 'stroke' })]
}
