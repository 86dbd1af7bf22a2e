/**
 * Takes in an official outline: `npm run geodata -- import official.geojson --zone ecological-redline
 * --certainty A --sigma 5 --source "…"`. It is kept in `official/<zone>.geojson`, and from then on the build
 * uses it in place of every reconstructed shape of that zone.
 */
import { parseArgs } from 'node:util'
import { valid } from 'geojson-validation'
import type { Feature, Geometry } from 'geojson'
import type { Text } from '../src/core/seed-types'
import { geojsonText, type PublishedArea } from './build'
import { firstCrossing } from './checks/crossings'
import { positions } from './checks/form'
import { outsideProblems } from './checks/inside'
import { problemLine } from './checks/problem'
import { union } from './clip'
import { areaM2, ringsOf, wound, type Rings, type XY } from './geometry'
import type { ShapeFeature } from './shape'

export interface ImportOptions {
  zone: string
  certainty: string
  sigmaM: number
  source: string
  /** The file holds only some of the zone: elsewhere the answer is "no published outline". */
  partial: boolean
  /** Take it even if its area is far from the published one. */
  acceptArea: boolean
}

/** What the import is judged against. */
export interface ImportWorld {
  /** Zones some layer of `layers.json` names. */
  layered: ReadonlySet<string>
  /** Names by zone id, from the catalogue. */
  names: ReadonlyMap<string, Text>
  district: Feature
  published: readonly PublishedArea[]
}

export type Imported = { ok: true; text: string; said: string } | { ok: false; why: string }

const refused = (why: string): { ok: false; why: string } => ({ ok: false, why })

/** A difference above this share of the published area is more likely a wrong file than a later line. */
const areaShare = 0.05

/** Options from the words after `import`; the first of them is the file. */
export function importOptions(words: string[]): { file: string; options: ImportOptions } {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      zone: { type: 'string' },
      certainty: { type: 'string' },
      sigma: { type: 'string' },
      source: { type: 'string' },
      partial: { type: 'boolean' },
      'accept-area': { type: 'boolean' },
    },
  })
  const { zone = '', certainty = '', sigma, source = '', partial = false } = values
  return { file: positionals[0] ?? '', options: { zone, certainty, sigmaM: Number(sigma), source, partial, acceptArea: values['accept-area'] ?? false } }
}

function badOptions({ zone, certainty, sigmaM, source }: ImportOptions, { layered, names }: ImportWorld): string | undefined {
  if (!names.has(zone)) return `Expected --zone to be a zone id of seeds/zones.json, found "${zone}". Look it up there.`
  if (!layered.has(zone)) return `Expected a layer for zone "${zone}", found none. Add it to the "zones" of a layer in geodata/layers.json.`
  if (certainty !== 'A') return `Expected --certainty A, found "${certainty}". Only a published line is imported; a line of your own belongs in geodata/sources and geodata/shapes.json.`
  if (!(sigmaM > 0)) return `Expected --sigma with the error of the line in metres, above 0, found ${sigmaM}. Ask the office that surveyed it; 5 is usual for a surveyed line.`
  return source.trim() === '' ? 'Expected --source with title, number and date of the document, found none. Add it.' : undefined
}

/** The geometries of a feature collection, a feature or a bare geometry. */
function geometriesOf(data: unknown): Geometry[] {
  if (typeof data !== 'object' || data === null) return []
  if ('features' in data && Array.isArray(data.features)) return data.features.flatMap(geometriesOf)
  if ('geometry' in data) return geometriesOf(data.geometry)
  if (!('type' in data && 'coordinates' in data)) return []
  // Proved by geojson-validation before.
  return [data as Geometry]
}

/** 7 decimals are a centimetre: a surveyed line loses nothing. */
const fine = (value: number) => Math.round(value * 1e7) / 1e7

const refine = (rings: Rings): Rings => rings.map((polygon) => wound(polygon.map((ring) => ring.map(([x, y]): XY => [fine(x), fine(y)]))))

/** The areas of the file joined and wound, or why not. */
function readAreas(text: string): { rings: Rings } | { why: string } {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return { why: `Expected GeoJSON, found no JSON (${String(error)}). Export the layer as GeoJSON.` }
  }
  const [invalid] = valid(data, true)
  if (invalid !== undefined) return { why: `Expected valid GeoJSON, found: ${invalid}. Export the layer again.` }
  const geometries = geometriesOf(data)
  const other = geometries.find(({ type }) => type !== 'Polygon' && type !== 'MultiPolygon')
  if (other !== undefined || geometries.length === 0) return { why: `Expected polygons, found ${other?.type ?? 'no geometry'}. Export the outline of the zone as areas.` }
  return joined(geometries)
}

function joined(geometries: readonly Geometry[]): { rings: Rings } | { why: string } {
  const far = geometries.flatMap((geometry) => ('coordinates' in geometry ? positions(geometry.coordinates) : [])).find(([x = Number.NaN, y = Number.NaN]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90))
  if (far !== undefined) return { why: `Expected longitude and latitude in degrees (CGCS2000), found ${far.join(', ')}. The file looks projected: convert it to EPSG:4490.` }
  const parts = geometries.map(ringsOf)
  const crossing = parts.flat().map((polygon) => firstCrossing(polygon)).find((found) => found !== undefined)
  if (crossing) return { why: `Expected outlines that do not cross themselves, found a crossing at ${crossing[0].a.join(', ')}. Repair the polygon and export it again.` }
  // Rounded first: parts that share a line then share it exactly, and it is dissolved.
  return { rings: refine(union([], ...parts.map(refine))) }
}

function areaSaid(zone: string, km2: number, published: readonly PublishedArea[]): { said: string; off: boolean } {
  const one = published.find((entry) => entry.zone === zone && entry.feature === undefined)
  if (one === undefined) return { said: `${zone}: ${km2.toFixed(3)} km²; no area is published to compare with.`, off: false }
  const percent = (100 * (km2 - one.km2)) / one.km2
  return { said: `${zone}: ${km2.toFixed(3)} km² against ${one.km2} km² published (${percent.toFixed(2)} %).`, off: Math.abs(percent) > 100 * areaShare }
}

function officialShape(rings: Rings, { zone, sigmaM, source, partial }: ImportOptions, name: Text): ShapeFeature {
  const [only] = rings
  return {
    type: 'Feature',
    id: zone,
    properties: {
      zone,
      name,
      kind: 'outline',
      certainty: 'A',
      sigmaM,
      complete: !partial,
      method: { zh: `官方数据：${source}`, en: `Official data: ${source}` },
      sources: [source],
    },
    geometry: rings.length === 1 && only ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: rings },
  }
}

/** The official file to write and what to say, or why it is refused. Pure. */
export function importOfficial(text: string, options: ImportOptions, world: ImportWorld): Imported {
  const wrong = badOptions(options, world)
  const name = world.names.get(options.zone)
  if (wrong !== undefined || name === undefined) return refused(wrong ?? 'Expected a name for the zone, found none.')
  const areas = readAreas(text)
  if ('why' in areas) return refused(areas.why)
  const shape = officialShape(areas.rings, options, name)
  const [outside] = options.zone === 'district' ? [] : outsideProblems('the file', shape, world.district)
  if (outside) return refused(`${problemLine(outside)}. Cut it with the district; a shift of some 500 m means that the file is in GCJ-02: convert it to CGCS2000.`)
  const { said, off } = areaSaid(options.zone, areaM2(areas.rings) / 1e6, world.published)
  if (off && !options.acceptArea) return refused(`Expected an area within ${100 * areaShare} % of the published one, found ${said} If the line has changed since, add --accept-area.`)
  return { ok: true, text: geojsonText([shape]), said }
}
