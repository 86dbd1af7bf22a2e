/** Small builders of style expressions. */
import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import type { Colours, Palette, Tone } from './palette'
import { metresPerPixel } from './scale'

export type ColourValue = DataDrivenPropertyValueSpecification<string>
export type NumberValue = DataDrivenPropertyValueSpecification<number>

/** The colour of a feature's tone. */
export function toneColour(colours: Colours, part: keyof Tone): ExpressionSpecification {
  const cases = Object.entries(colours.tones).flatMap(([name, tone]) => [name, tone[part]])
  const [first = 'plain', ofFirst = colours.stage.ink, ...rest] = cases
  return ['match', ['get', 'tone'], first, ofFirst, ...rest, colours.stage.ink]
}

function capAt(zoom: number, caps: readonly number[][]): number {
  const [first = [0, 0]] = caps
  let [fromZoom = 0, from = 0] = first
  for (const [toZoom = 0, to = 0] of caps) {
    if (zoom <= toZoom) return toZoom === fromZoom ? to : from + ((to - from) * (zoom - fromZoom)) / (toZoom - fromZoom)
    ;[fromZoom, from] = [toZoom, to]
  }
  return from
}

/**
 * A width given on the ground (`softM`, metres), in px by zoom, times `factor`: true to scale up to the
 * cap, beyond it narrower than the error, so that the map stays calm.
 */
export function groundWidth(latitude: number, { softEdge }: Palette, factor: number): ExpressionSpecification {
  const metresPerPx = metresPerPixel(latitude, 0)
  const stops = [8, 9, 10, 11, 12, 13, 14, 15].flatMap((zoom): [number, ExpressionSpecification] => [
    zoom,
    ['*', factor, ['min', capAt(zoom, softEdge.capPx), ['*', ['get', 'softM'], 2 ** zoom / metresPerPx]]],
  ])
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

/** A width on the ground, metres in `property`, true to scale at every zoom, in px. */
export function trueWidth(latitude: number, property: string): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => ['/', ['get', property], metresPerPixel(latitude, zoom)]
  return ['interpolate', ['exponential', 2], ['zoom'], 0, at(0), 22, at(22)]
}

/** Values by zoom, linear in between. */
export function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  const [[zoom, value] = [0, 0], ...rest] = stops
  return ['interpolate', ['linear'], ['zoom'], zoom, value, ...rest.flat()]
}

export const isForm = (...forms: string[]): ExpressionSpecification => ['in', ['get', 'form'], ['literal', forms]]
export const inLayer = (layer: string): ExpressionSpecification => ['==', ['get', 'layer'], layer]
export const all = (...filters: ExpressionSpecification[]): FilterSpecification => ['all', ...filters]
