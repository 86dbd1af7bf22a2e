/** From control geometry to the layer files, as text. Reading and writing are at the end. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, Geometry } from 'geojson'
import type { Layer } from '../src/core/model'
import { readControl, type Control } from './control'
import { recipes } from './recipes/layers'
import { contours, relief } from './recipes/relief'
import { greatRivers, neighbours, type Surroundings } from './recipes/surroundings'
import type { LayerSpec, ShapeFeature } from './shape'

/** `shapes.json`: the hand-written half of every layer. */
export interface Shapes {
  layers: Readonly<Record<string, LayerSpec>>
  surroundings: Surroundings
  /** Layers whose shapes tile the district. */
  tiling: readonly string[]
  published: readonly PublishedArea[]
}

/** An area that is published for a zone, or for one of its shapes. */
export interface PublishedArea {
  zone: string
  feature?: string
  km2: number
  /** Allowed difference of a reconstructed shape. */
  toleranceKm2: number
}

/** Official outlines by zone id, from `official/<zone>.geojson`. */
export type Official = Readonly<Record<string, readonly ShapeFeature[]>>

/** Everything a build rests on. */
export interface Inputs {
  control: Control
  shapes: Shapes
  official: Official
  layers: readonly Layer[]
}

function stage(id: string, { control, shapes }: Inputs): Feature[] | undefined {
  switch (id) {
    case 'relief':
      return relief(control)
    case 'contours':
      return contours(control)
    case 'neighbours':
      return neighbours(control, shapes.surroundings)
    case 'great-rivers':
      return greatRivers(control, shapes.surroundings)
    default:
      return undefined
  }
}

/**
 * Official shapes take the place of everything reconstructed for their zone except its marks. Those of a
 * zone nothing was reconstructed for (`zones`: what the layer promises) come last.
 */
export function preferOfficial(features: readonly ShapeFeature[], official: Official, zones: readonly string[]): ShapeFeature[] {
  const isReplaced = ({ properties }: ShapeFeature) => official[properties.zone] !== undefined && properties.kind !== 'mark'
  const first = new Map(features.filter(isReplaced).toReversed().map((feature) => [feature.properties.zone, feature]))
  const placed = features.flatMap((feature) => {
    if (!isReplaced(feature)) return [feature]
    return first.get(feature.properties.zone) === feature ? (official[feature.properties.zone] ?? []) : []
  })
  const added = zones.filter((zone) => !first.has(zone)).flatMap((zone) => official[zone] ?? [])
  return [...placed, ...added]
}

function zoneLayer(id: string, { control, shapes, official, layers }: Inputs): ShapeFeature[] {
  const recipe = recipes[id]
  const spec = shapes.layers[id]
  if (recipe === undefined || spec === undefined) throw new Error(`Expected a recipe and an entry in shapes.json for layer "${id}", found ${recipe ? 'no entry' : 'no recipe'}. Add it, or take the layer out of layers.json.`)
  return preferOfficial(recipe(control, spec), official, layers.find((layer) => layer.id === id)?.zones ?? [])
}

/** The features of one layer, in drawing order. */
export const layerFeatures = (id: string, inputs: Inputs): Feature<Geometry>[] => stage(id, inputs) ?? zoneLayer(id, inputs)

/** One feature per line, so that a change shows as the lines it touches. */
export const geojsonText = (features: readonly Feature[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(ordered(feature))).join(',\n')}\n]}\n`

const ordered = ({ id, properties, geometry }: Feature) => ({ type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry })

/** File name → text, in the order of the manifest. */
export const buildLayers = (inputs: Inputs): Map<string, string> =>
  new Map(inputs.layers.map(({ id, file }) => [file, geojsonText(layerFeatures(id, inputs))]))

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8'))

function readOfficial(folder: string): Official {
  if (!existsSync(folder)) return {}
  const names = readdirSync(folder).filter((name) => name.endsWith('.geojson')).sort()
  return Object.fromEntries(names.map((name) => [name.replace('.geojson', ''), readJson<{ features: ShapeFeature[] }>(join(folder, name)).features]))
}

/** Reads what a build rests on from a `geodata/` folder. */
export function readInputs(folder: string): Inputs {
  return {
    control: readControl(join(folder, 'sources')),
    shapes: readJson(join(folder, 'shapes.json')),
    official: readOfficial(join(folder, 'official')),
    layers: readJson(join(folder, 'layers.json')),
  }
}

/** Writes `layers/*.geojson`; returns bytes by file name. */
export function writeLayers(folder: string): Map<string, number> {
  const files = buildLayers(readInputs(folder))
  mkdirSync(join(folder, 'layers'), { recursive: true })
  for (const [file, text] of files) writeFileSync(join(folder, 'layers', file), text)
  return new Map([...files].map(([file, text]) => [file, Buffer.byteLength(text)]))
}
