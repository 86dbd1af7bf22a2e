/** From the shapes of a layer file to drawn shapes: flat properties that carry the whole look. */
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson'
import type { Layer, ZoneShape } from '../core/model'
import { boxOf, type Box } from './geometry'
import { hatchIdOf } from './legend'
import { formOf, lookOf, type Form, type Palette } from './palette'

/** Flat, because map tiles carry no nested properties. */
export interface DrawnShape {
  zone: string
  /** Layer that draws it; empty for a shape that only answers and is only seen when selected. */
  layer: string
  zh: string
  en: string
  /** What stands in brackets in the name, on a line of its own. */
  zhNote: string
  enNote: string
  form: Form
  tone: string
  icon: string
  hatch: string
  hatchOpacity: number
  softOpacity: number
  /** Width of the soft edge on the ground, metres. */
  softM: number
  width: number
  band: number
  rank: number
  size: number
  label: string
  /** Area of the bounding box, square degrees: of two shapes the smaller is the one pointed at. */
  extent: number
}

export type Drawn = Feature<Geometry, DrawnShape>
export type Shapes = Readonly<Record<string, FeatureCollection>>
type Name = ZoneShape['name']

function isZoneShape(properties: GeoJsonProperties): properties is ZoneShape & Record<string, unknown> {
  return typeof properties?.['zone'] === 'string' && typeof properties['kind'] === 'string'
}

/** `名称（说明）` → `名称` and, on the next line, `（说明）`. */
export function splitName(name: string): [name: string, note: string] {
  const at = name.search(/\s*[（(]/)
  return at <= 0 ? [name, ''] : [name.slice(0, at), `\n${name.slice(at).trim()}`]
}

/** Name and note in both languages, as properties. */
export function namesOf({ zh, en }: Name): Pick<DrawnShape, 'zh' | 'en' | 'zhNote' | 'enNote'> {
  const [[zhName, zhNote], [enName, enNote]] = [splitName(zh), splitName(en)]
  return { zh: zhName, en: enName, zhNote, enNote }
}

const METRES_PER_DEGREE = 111_000

function extentOf([west, south, east, north]: Box): number {
  return (east - west) * (north - south)
}

/** A soft edge wider than half the shape would hide the shape: that is where it stops. */
function softWidthM(shape: ZoneShape, sigmas: number, [west, south, east, north]: Box): number {
  return Math.min(sigmas * shape.sigmaM, (Math.min(east - west, north - south) / 2) * METRES_PER_DEGREE)
}

function drawnShape(shape: ZoneShape, layer: string, geometry: Geometry, name: Name, from: Palette): DrawnShape {
  const look = lookOf(shape.zone, layer, from)
  const form = formOf(shape)
  const box = boxOf([geometry])
  return {
    zone: shape.zone,
    layer: shape.drawn === false ? '' : layer,
    ...namesOf(name),
    form,
    tone: look.tone,
    icon: `icon-${look.icon ?? 'dot'}`,
    hatch: hatchIdOf(look.hatch, form, from) ?? '',
    hatchOpacity: look.hatchOpacity ?? 0.4,
    softOpacity: look.softOpacity ?? 0.16,
    softM: softWidthM(shape, from.sureness[form].softSigmas, box),
    width: look.width ?? 1,
    band: look.band ?? 0,
    rank: look.rank,
    size: look.size ?? 2,
    label: look.label,
    extent: extentOf(box),
  }
}

/** A crest may carry the name of its range (`nameOf` in its look). */
function nameOf(shape: ZoneShape, layer: string, all: readonly ZoneShape[], from: Palette): Name {
  const other = lookOf(shape.zone, layer, from).nameOf
  return all.find(({ zone }) => zone === other)?.name ?? shape.name
}

/** Drawn shapes of one zone layer, in the order of its file. */
export function drawnShapes({ id }: Layer, data: Shapes, from: Palette): Drawn[] {
  const features = data[id]?.features ?? []
  const all = features.flatMap(({ properties }) => (isZoneShape(properties) ? [properties] : []))
  return features.flatMap(({ properties, geometry }): Drawn[] =>
    isZoneShape(properties)
      ? [{ type: 'Feature', geometry, properties: drawnShape(properties, id, geometry, nameOf(properties, id, all, from), from) }]
      : [],
  )
}

const named: Readonly<Record<string, (form: Form) => boolean>> = {
  area: (form) => form !== 'axis' && form !== 'mark',
  outline: (form) => form === 'A' || form === 'B' || form === 'C',
}

/** True for shapes whose name stands on a point inside them. */
export const hasAreaName = ({ properties: { layer, label, form } }: Drawn): boolean => layer !== '' && named[label]?.(form) === true
