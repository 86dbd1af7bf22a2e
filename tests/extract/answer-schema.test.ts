import { Ajv } from 'ajv'
import { readdirSync, readFileSync } from 'node:fs'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { withEia } from '../../src/cli/eia'
import { loadWorld } from '../../src/cli/world'
import { ask } from '../../src/core/ask'
import { VERDICTS } from '../../src/core/verdict'
import type { Answer, Parcel, Question, Subject, ZoneShape } from '../../src/core/model'
import { buildOverlay } from '../../src/core/overlay'
import schema from '../../src/extract/answer.schema.json'
import { answerLine, errorLine } from '../../src/extract/machine'
import { place } from '../helpers/place'

const { world } = place
const validate = new Ajv({ strict: true, allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(schema)

function problems(line: string): unknown {
  return validate(JSON.parse(line)) ? [] : validate.errors
}

const layers = `${import.meta.dirname}/../../geodata/layers`

function layerShapes(): Feature<Geometry, ZoneShape>[] {
  const collections: FeatureCollection<Geometry, ZoneShape>[] = readdirSync(layers).filter((file) => file.endsWith('.geojson')).map((file) => JSON.parse(readFileSync(`${layers}/${file}`, 'utf8')))
  return collections.flatMap(({ features }) => features).filter(({ properties }) => properties.kind !== undefined)
}

const on = '2024-06-01'
const points: [string, Subject][] = [
  ['on a ridge', { kind: 'point', lonLat: [106.3, 29.75] }],
  ['in town', { kind: 'point', lonLat: [106.2305, 29.5927] }],
  ['in a field', { kind: 'point', lonLat: [106.11, 29.45] }],
  ['far outside', { kind: 'point', lonLat: [0, 0] }],
  ['in zones', { kind: 'zones', zones: ['ecological-redline', 'outside-hightech-zone'] }],
  ['in no zone', { kind: 'zones', zones: [] }],
]
const questions: [string, Question][] = [
  ['without a project', { on }],
  ['with a project', { on, project: ['electroplating'] }],
  ['with a project and facts', { on, project: ['new-industry', 'electroplating'], facts: { isNew: true }, sources: ['plan-2021'] }],
  ['with known zones', { on, project: ['tourism-facility'], known: { 'ecological-redline': 'inside', 'two-screens': 'outside' } }],
  ['after the term', { on: '2026-11-24', project: ['livestock-farm'] }],
  ['before the plan', { on: '2020-01-01', project: ['electroplating'] }],
]

describe('answer.schema.json', () => {
  it.each(points.flatMap(([where, subject]) => questions.map(([how, question]) => [where, how, subject, question] as const)))('holds %s, %s', (_, __, subject, question) => {
    expect(problems(answerLine(ask(subject, question, world)))).toEqual([])
  })

  it.each([
    ['an area', { name: 'a', geometry: { type: 'Polygon', coordinates: [[[106.29, 29.74], [106.31, 29.74], [106.31, 29.76], [106.29, 29.74]]] } }],
    ['a line', { name: 'l', geometry: { type: 'LineString', coordinates: [[106.2, 29.6], [106.3, 29.75]] } }],
    ['a corridor', { name: 'c', geometry: { type: 'LineString', coordinates: [[106.2, 29.6], [106.3, 29.75]] }, corridorM: 20 }],
  ] satisfies [string, Parcel][])('holds for %s', (_, parcel) => {
    const overlay = buildOverlay(world.index, layerShapes())
    expect(problems(answerLine(ask({ kind: 'parcel', parcel }, { on, project: ['electroplating'] }, { ...world, overlay })))).toEqual([])
  })

  it('holds with an id, and with a check that failed', () => {
    const answer: Answer = ask({ kind: 'point', lonLat: [106.3, 29.75] }, { on }, world)
    expect(problems(answerLine({ id: 'a', ...answer, findings: [{ zone: 'district', is: 'failed', why: 'no file' }] }))).toEqual([])
    expect(problems(answerLine({ ...answer, findings: [{ zone: 'district', is: 'failed' }] }))).not.toEqual([])
  })

  it('holds with the class of every item of the EIA catalogue', () => {
    const { eia } = place
    // Without its rules, which hold as tested above and take most of the time.
    const answer = { ...ask({ kind: 'point', lonLat: [106.3, 29.75] }, { on }, world), rules: [] }
    const lines = [...eia.items.values()].map((item) => answerLine(withEia(answer, { item, facts: {} }, eia)))
    expect(lines.flatMap(problems)).toEqual([])
  })

  it('holds for a line that could not be answered', () => {
    expect(problems(errorLine({ line: 3, error: 'Expected …' }))).toEqual([])
    expect(problems(errorLine({ id: 'a', line: 3, error: 'Expected …' }))).toEqual([])
    expect(problems(errorLine({ line: 0, error: 'Expected …' }))).not.toEqual([])
  })

  it('knows the words of the engine, in its order', () => {
    expect(schema.definitions.verdictWord.enum).toEqual(VERDICTS)
  })

  it('describes every property', () => {
    const silent: string[] = []
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, child] of Object.entries(value)) {
        if (path.endsWith('/properties') && !('description' in child) && !('$ref' in child) && !('const' in child)) silent.push(`${path}/${key}`)
        visit(child, `${path}/${key}`)
      }
    }
    visit(schema.definitions, '')
    expect(silent).toEqual(['/finding/if/properties/is'].filter((path) => silent.includes(path)))
  })

  it('is what two runs write to the byte', () => {
    const line = () => answerLine(ask({ kind: 'point', lonLat: [106.3, 29.75] }, { on, project: ['electroplating'] }, loadWorld(`${import.meta.dirname}/../..`)))
    expect(line()).toBe(line())
  })
})
