/** `npm run check:geodata`: the layers against form, district, catalogue and published areas. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Feature, FeatureCollection } from 'geojson'
import type { Layer } from '../src/core/model'
import { buildLayers, readInputs, type Shapes } from './build'
import { areaProblems, areaTable, type AreaRow } from './checks/areas'
import { selfIntersections } from './checks/crossings'
import { badCoordinates, badIds, badProperties, badWinding, notGeojson } from './checks/form'
import { outsideProblems } from './checks/inside'
import { sharedZones, unknownZones, untranslated, zoneListProblems } from './checks/manifest'
import { problemLine, type Problem } from './checks/problem'
import { tilingProblems } from './checks/tiling'

/** What is checked. `files`: text by file name. `known`: zone ids of the catalogue. */
export interface Checked {
  layers: readonly Layer[]
  files: ReadonlyMap<string, string>
  shapes: Pick<Shapes, 'tiling' | 'published'>
  known: ReadonlySet<string>
}

export interface Report {
  problems: Problem[]
  areas: AreaRow[]
}

type Read = { layer: Layer; data: FeatureCollection } | { layer: Layer; problems: Problem[] }

/** A layer as GeoJSON, or why it cannot be read. */
function readLayer(layer: Layer, files: ReadonlyMap<string, string>): Read {
  const text = files.get(layer.file)
  if (text === undefined) return { layer, problems: [{ file: layer.file, feature: '(file)', expected: 'the file layers.json names', found: 'none' }] }
  try {
    const data: FeatureCollection = JSON.parse(text)
    const problems = notGeojson(layer.file, data)
    return problems.length > 0 ? { layer, problems } : { layer, data }
  } catch (error) {
    return { layer, problems: [{ file: layer.file, feature: '(file)', expected: 'JSON', found: String(error) }] }
  }
}

const isZoneLayer = ({ zones }: Layer) => zones.length > 0

function checkLayer(layer: Layer, data: FeatureCollection, district: Feature | undefined): Problem[] {
  const { file } = layer
  const misplaced = data.features.flatMap((feature) => badCoordinates(file, feature))
  // The other checks compute with coordinates: first they must be numbers.
  if (misplaced.length > 0) return misplaced
  const formed = data.features.flatMap((feature) => [...badWinding(file, feature), ...selfIntersections(file, feature)])
  const placed = isZoneLayer(layer) && district ? data.features.flatMap((feature) => outsideProblems(file, feature, district)) : []
  const filled = isZoneLayer(layer) ? data.features.flatMap((feature) => badProperties(file, feature)) : []
  return [...badIds(file, data), ...formed, ...filled, ...placed, ...zoneListProblems(layer, data.features)]
}

const isReconstructed = ({ properties }: Feature) => properties?.['certainty'] !== 'A'

function checkTiling({ shapes }: Checked, read: { layer: Layer; data: FeatureCollection }[], district: Feature | undefined): Problem[] {
  return read
    .filter(({ layer, data }) => shapes.tiling.includes(layer.id) && data.features.every(isReconstructed))
    .flatMap(({ layer, data }) => (district && isReconstructed(district) ? tilingProblems(layer.file, data.features, district) : []))
}

/** Everything that is wrong, and the table of areas. Pure. */
export function checkGeodata(checked: Checked): Report {
  const { layers, files, shapes, known } = checked
  const all = layers.map((layer) => readLayer(layer, files))
  const read = all.flatMap((one) => ('data' in one ? [one] : []))
  const features = read.flatMap(({ data }) => data.features)
  const district = features.find(({ properties }) => properties?.['zone'] === 'district')
  const single = read.flatMap(({ layer, data }) => checkLayer(layer, data, district))
  // A shape that is broken by itself would only break the sums again.
  const together = single.length > 0 ? [] : checkTiling(checked, read, district)
  const areas = single.length > 0 ? [] : areaTable(shapes.published, features)
  const listed = [...untranslated(layers), ...sharedZones(layers), ...layers.flatMap((layer) => unknownZones(layer, known))]
  return { problems: [...all.flatMap((one) => ('problems' in one ? one.problems : [])), ...single, ...together, ...areaProblems(areas), ...listed], areas }
}

/** Layers whose file is not what the recipes build. */
export function staleLayers(built: ReadonlyMap<string, string>, files: ReadonlyMap<string, string>): Problem[] {
  return [...built]
    .filter(([file, text]) => files.has(file) && files.get(file) !== text)
    .map(([file]) => ({ file, feature: '(file)', expected: 'what the recipes build', found: 'something else: run npm run geodata' }))
}

/** Reads `geodata/` and `seeds/zones.json` under a project root. */
export function readChecked(root: string): Checked & { built: Map<string, string> } {
  const folder = join(root, 'geodata')
  const inputs = readInputs(folder)
  const pathOf = (file: string) => join(folder, 'layers', file)
  const there = inputs.layers.map(({ file }) => file).filter((file) => existsSync(pathOf(file)))
  const zones: { id: string }[] = JSON.parse(readFileSync(join(root, 'seeds/zones.json'), 'utf8'))
  return {
    layers: inputs.layers,
    files: new Map(there.map((file) => [file, readFileSync(pathOf(file), 'utf8')])),
    shapes: inputs.shapes,
    known: new Set(zones.map(({ id }) => id)),
    built: buildLayers(inputs),
  }
}

function areaLine({ what, builtKm2, publishedKm2, official }: AreaRow): string {
  // A difference below half a unit of the last digit is none: no "-0.000".
  const differ = (Math.round((builtKm2 - publishedKm2) * 1000) / 1000 + 0).toFixed(3)
  return `${what.padEnd(36)} ${builtKm2.toFixed(3).padStart(9)} ${publishedKm2.toFixed(3).padStart(9)} ${differ.padStart(7)}${official ? '  official' : ''}`
}

function main(): void {
  const checked = readChecked(join(import.meta.dirname, '..'))
  const { problems, areas } = checkGeodata(checked)
  const all = [...problems, ...staleLayers(checked.built, checked.files)]
  console.log([`${'area, km²'.padEnd(36)} ${'built'.padStart(9)} ${'published'.padStart(9)} ${'differ'.padStart(7)}`, ...areas.map(areaLine)].join('\n'))
  for (const problem of all) console.error(problemLine(problem))
  console.log(`${checked.layers.length} layers, ${all.length} problems`)
  process.exitCode = all.length === 0 ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main()
