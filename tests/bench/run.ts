/** `npm run bench [-- --large]`: the index against its peers, and a whole answer on the shipped data. */
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { loadSeeds } from '../../seeds/load'
import { ask } from '../../src/core/ask'
import { compileCatalogue } from '../../src/core/catalogue'
import type { LonLat, Question, World, ZoneShape } from '../../src/core/model'
import { buildZoneIndex } from '../../src/core/zone-index'
import { benchBatch } from './batch'
import { benchOverlay } from './overlay'
import { benchSuitability } from './suitability'
import { drained, eachNs, medianNs, onceMs } from './measure'
import { peers, type Area, type Peer, type Query } from './peers'
import { largeSet, queryPoints, sets, type Set } from './sets'

const root = join(import.meta.dirname, '../..')
const points = queryPoints(20_000)

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const round = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))

const isSlow = (peer: Peer) => peer.name.includes('turf') && peer.name !== 'flatbush + turf'

const sorted = (numbers: readonly number[]) => [...new globalThis.Set(numbers)].sort((a, b) => a - b).join()

function checkSame(truth: Query, query: Query, name: string, some: readonly LonLat[]): void {
  const wrong = some.find((at) => sorted(truth(at)) !== sorted(query(at)))
  if (wrong) throw new Error(`Expected ${name} to answer as the plain loop, found another answer at ${wrong.join()}.`)
}

function benchSet({ name, about, areas: make, slowQueries }: Set): void {
  const areas: Area[] = make()
  console.log(`\n${name}: ${about}\n`)
  row('method', 'build ms', 'ns per query', 'ours is faster by')
  row('---', '---', '---', '---')
  const built = peers.map((peer) => ({ peer, made: onceMs(() => peer.build(areas)) }))
  const truth = built[0]?.made[0] ?? (() => [])
  const timed = built.map(({ peer, made: [query, buildMs] }) => {
    checkSame(truth, query, peer.name, points.slice(0, slowQueries))
    return { name: peer.name, buildMs, ns: medianNs(isSlow(peer) ? points.slice(0, slowQueries) : points, (at) => query(at).length) }
  })
  const ours = timed.at(-1)?.ns ?? NaN
  for (const one of timed) row(one.name, round(one.buildMs), round(one.ns), `${round(one.ns / ours)} ×`)
}

interface Shipped {
  world: World
  shapes: Feature<Geometry, ZoneShape>[]
}

function shippedWorld(): Shipped {
  const folder = join(root, 'geodata/layers')
  const collections: FeatureCollection<Geometry, ZoneShape>[] = readdirSync(folder)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const shapes: Feature<Geometry, ZoneShape>[] = collections.flatMap(({ features }) => features).filter(({ properties }) => properties.kind !== undefined)
  const [catalogue, catalogueMs] = onceMs(() => compileCatalogue(loadSeeds(root)))
  const [index, indexMs] = onceMs(() => buildZoneIndex(shapes))
  console.log(`\nShipped: ${catalogue.zones.size} zones, ${catalogue.rules.size} rules, ${index.shapes.length} shapes of ${index.zones.length} zones.`)
  console.log(`Seeds read and compiled in ${round(catalogueMs)} ms, index built in ${round(indexMs)} ms.\n`)
  return { world: { catalogue, index, release: { data: '', rules: '', engine: '' } }, shapes }
}

function benchAsk(world: World): void {
  const inDistrict = points.filter((at) => world.index.covering(at).some((shape) => world.index.shapes[shape]?.zone === 'district')).slice(0, 5000)
  const timeOf = (question: Question) => eachNs(inDistrict, (lonLat) => ask({ kind: 'point', lonLat }, question, world).rules.length)
  row('at a point of the district', 'median µs', 'p95 µs')
  row('---', '---', '---')
  const covering = medianNs(inDistrict, (at) => world.index.covering(at).length)
  const standing = eachNs(inDistrict, (at) => world.index.standing(at).length)
  const project = timeOf({ on: '2024-06-01', project: ['electroplating'], facts: { isNew: true } })
  const nobody = timeOf({ on: '2024-06-01' })
  row('membership', round(covering / 1000), '')
  row('membership and signed distance to every line', round(standing.medianNs / 1000), round(standing.p95Ns / 1000))
  row('ask, one project, full verdict', round(project.medianNs / 1000), round(project.p95Ns / 1000))
  row('ask, no project, all rules', round(nobody.medianNs / 1000), round(nobody.p95Ns / 1000))
}

const cores = cpus()
console.log(`${cores[0]?.model.trim()}, ${cores.length} cores, Node ${process.version}. Medians; read the ratios, not the times.`)
for (const set of process.argv.includes('--large') ? [...sets, largeSet] : sets) benchSet(set)
const shipped = shippedWorld()
benchAsk(shipped.world)
benchSuitability(shipped.world, shipped.shapes, queryPoints(100_000), row, round)
benchOverlay(sets[0]?.areas() ?? [], row, round)
await benchBatch(shipped.world, row, round)
console.log(`\n(sink ${drained()})`)
