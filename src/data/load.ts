/** Reads words and places. The only place of the page that fetches. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { catalogueSteps, type Seeds } from '../core/catalogue'
import type { Layer, Loaded, Release, ZoneShape } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import type { Steps } from '../core/steps'
import { readSeeds } from '../core/written-seeds'
import { zoneIndexSteps } from '../core/zone-index'
import { inSlices } from '../rest'

const GIVE_UP_AFTER_MS = 30_000

/** Where the files of a release are. */
export interface Files {
  seedsUrl: string
  /** Words of the rules. */
  textsUrl: string
  /** English words of the rules. */
  englishUrl: string
  release: Release
  layers: readonly Layer[]
  /** URL of a file under `geodata/layers`; undefined when the build does not hold it. */
  urlOf(file: string): string | undefined
}

export type GetJson = (url: string) => Promise<unknown>

/** Layers an answer needs: those that draw zones, and those that name places. The rest only make the map readable. */
export const answers = (layer: Layer): boolean => layer.group !== 'base'

/** @throws Error when the file is not there, is not JSON, or does not come within 30 s */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(GIVE_UP_AFTER_MS) })
  if (!response.ok) throw new Error(`expected the file, found HTTP ${response.status}`)
  const json: unknown = await response.json()
  return json
}

/**
 * Rules and zone layers: all that an answer needs. A layer that cannot be read stands in `failed`, and each of
 * its zones answers `failed` with the reason.
 * @throws Error when the rules themselves cannot be read: then there is nothing to answer with
 */
export async function loadWorld(files: Files, get: GetJson = fetchJson): Promise<Loaded> {
  const [seeds, read] = await Promise.all([get(files.seedsUrl), readLayers(files, files.layers.filter(answers), get)])
  const catalogue = await inSlices(catalogueSteps(await inSlices(seedSteps(seeds))))
  const index = await inSlices(zoneIndexSteps(zoneShapes(read.data), failedZones(files.layers, read.failed)))
  return { world: { catalogue, index, release: files.release }, layers: files.layers, ...read }
}

/**
 * The words of the rules, which an answer can wait for.
 * @throws Error when they cannot be read: the page then says so at each rule
 */
export async function loadTexts(files: Files, get: GetJson = fetchJson): Promise<RuleTexts> {
  const texts = await get(files.textsUrl)
  if (!isRecord(texts)) throw new Error(`expected the words of the rules by id, found ${typeof texts}`)
  return texts as RuleTexts
}

/** The layers that are only looked at, added to what has been read. */
export async function loadBase(loaded: Loaded, files: Files, get: GetJson = fetchJson): Promise<Loaded> {
  const read = await readLayers(files, files.layers.filter((layer) => !answers(layer)), get)
  return { ...loaded, data: { ...loaded.data, ...read.data }, failed: { ...loaded.failed, ...read.failed } }
}

type Read = Pick<Loaded, 'data' | 'failed'>

async function readLayers(files: Files, layers: readonly Layer[], get: GetJson): Promise<Read> {
  const results = await Promise.all(layers.map((layer) => readLayer(layer, files, get)))
  const read = results.filter((result) => 'collection' in result)
  const lost = results.filter((result) => 'why' in result)
  return {
    data: Object.fromEntries(read.map(({ id, collection }) => [id, collection])),
    failed: Object.fromEntries(lost.map(({ id, why }) => [id, why])),
  }
}

type LayerResult = { id: string; collection: FeatureCollection } | { id: string; why: string }

async function readLayer({ id, file }: Layer, files: Files, get: GetJson): Promise<LayerResult> {
  const url = files.urlOf(file)
  if (url === undefined) return { id, why: `${file}: expected in this build, not found` }
  try {
    return { id, collection: toCollection(await get(url)) }
  } catch (error) {
    // Expected on a broken connection: it becomes a finding that says so, never a silent "not here".
    return { id, why: `${file}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Zone id → reason, for every zone whose layer could not be read. */
export function failedZones(layers: readonly Layer[], failed: Loaded['failed']): Record<string, string> {
  const zones = layers.flatMap((layer) => {
    const why = failed[layer.id]
    return why === undefined ? [] : layer.zones.map((zone): [string, string] => [zone, why])
  })
  return Object.fromEntries(zones)
}

/** The shapes zones are answered by, in the order of the layers. */
export function zoneShapes(data: Loaded['data']): Feature<Geometry, ZoneShape>[] {
  return Object.values(data).flatMap((collection) => collection.features).filter(isZoneShape)
}

function isZoneShape(feature: Feature): feature is Feature<Geometry, ZoneShape> {
  return feature.properties !== null && typeof feature.properties['zone'] === 'string' && typeof feature.properties['kind'] === 'string'
}

/** @throws Error unless it is a GeoJSON FeatureCollection; the contents are checked at build time (`check:geodata`) */
function toCollection(json: unknown): FeatureCollection {
  if (!isRecord(json) || json['type'] !== 'FeatureCollection' || !Array.isArray(json['features']))
    throw new Error(`expected a FeatureCollection, found ${isRecord(json) ? String(json['type']) : typeof json}`)
  return json as unknown as FeatureCollection
}

const SEED_LISTS = ['zones', 'activities', 'facts', 'offices', 'subjects', 'sources']

/** @throws Error unless all lists are there; the contents are checked at build time (`check:seeds`) */
export function seedSteps(json: unknown): Steps<Seeds> {
  const missing = SEED_LISTS.filter((list) => !isRecord(json) || !Array.isArray(json[list]))
  if (missing.length > 0) throw new Error(`expected lists of ${SEED_LISTS.join(', ')} in the rules, found no ${missing.join(', ')}`)
  return readSeeds(json)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
