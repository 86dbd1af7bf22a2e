import type { Feature, Geometry } from 'geojson'
import { compileCatalogue, type Seeds } from '../../src/core/catalogue'
import { buildZoneIndex } from '../../src/core/zone-index'
import type { World, ZoneShape } from '../../src/core/model'
import type { Activity, Contradiction, Fact, Rule, Zone } from '../../src/core/seed-types'

/** A made-up district of squares, small enough to reckon by hand. One thousandth of a degree is about 111 m north, 97 m east. */

const text = (word: string) => ({ zh: word, en: word })

export const zone = (id: string, more: Partial<Zone> = {}): Zone => ({
  id,
  name: text(id),
  theme: 'other',
  group: 'other',
  shape: 'polygon',
  office: 'office-of-all',
  located: { level: 'none' },
  quotes: [],
  ...more,
})

export const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  title: text(id),
  effect: 'prohibit',
  class: 'siting',
  stage: 'any',
  basis: 'literal',
  strictness: 3,
  zones: ['district'],
  activities: ['build'],
  subject: 'builder',
  term: 'plan',
  quote: { text: id, offset: 0 },
  ...more,
})

export const activity = (id: string, ...broader: string[]): Activity => ({ id, name: text(id), broader })

const fact = (id: string, type: Fact['type'], choices?: string[]): Fact => ({
  id,
  name: text(id),
  question: text(id),
  type,
  ...(choices ? { choices: choices.map((choice) => ({ id: choice, name: text(choice) })) } : {}),
})

export const source = (id: string, rules: Rule[], more: Partial<Seeds['sources'][number]> = {}): Seeds['sources'][number] => ({
  id,
  kind: 'plan',
  title: text(id),
  issuer: text(id),
  issued: '2021-11-26',
  term: { from: '2021-01-01', until: '2025-12-31' },
  outlook: '2035-12-31',
  status: text('in force'),
  chapters: [],
  ...more,
  rules: [{ chapter: 1, section: 2, rules }],
})

type Box = readonly [west: number, south: number, east: number, north: number]

export function shape(zoneId: string, geometry: Geometry, more: Partial<ZoneShape> = {}): Feature<Geometry, ZoneShape> {
  const properties: ZoneShape = {
    zone: zoneId,
    name: text(zoneId),
    kind: 'outline',
    certainty: 'C',
    sigmaM: 100,
    complete: true,
    method: text('made up'),
    sources: [],
    ...more,
  }
  return { type: 'Feature', geometry, properties }
}

export function box(zoneId: string, [west, south, east, north]: Box, more: Partial<ZoneShape> = {}): Feature<Geometry, ZoneShape> {
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
  return shape(zoneId, { type: 'Polygon', coordinates: [ring] }, more)
}

const rules: Rule[] = [
  rule('red-new', { zones: ['red'], stage: 'new', strictness: 5, conditionalFor: ['restore'] }),
  rule('red-ban', { zones: ['red'], activities: ['factory'], class: 'activity-ban' }),
  rule('wide-limit', { zones: ['wide'], effect: 'restrict' }),
  rule('park-ask', { zones: ['park'], effect: 'require', class: 'project-condition' }),
  rule('river-limit', { zones: ['river'], effect: 'restrict' }),
  rule('hidden-ban', { zones: ['hidden'], activities: ['factory'] }),
  rule('broken-ban', { zones: ['broken'], activities: ['mill'] }),
  rule('partial-limit', { zones: ['partial'], effect: 'restrict', activities: ['mill'] }),
  rule('town-out-ban', { zones: ['outside-town'], activities: ['farm'] }),
  rule('hightech-out-ban', { zones: ['outside-hightech'], activities: ['lab'] }),
  rule('lake-out-ban', { zones: ['outside-hidden'], activities: ['boat'] }),
  rule('core-ban', { zones: ['core'], activities: ['lab'] }),
  rule('either-limit', { zones: ['district', 'red'], effect: 'restrict', activities: ['mill'] }),
  rule('abroad-ban', { zones: ['abroad'], activities: ['factory'] }),
  rule('all-ask', { effect: 'require', class: 'operation', activities: ['factory'] }),
  rule('all-manage', { effect: 'manage', class: 'operation', activities: ['farm'] }),
  rule('office-ask', { effect: 'require', class: 'operation', subject: 'office', activities: ['factory'] }),
  rule('office-manage', { effect: 'manage', class: 'operation', subject: 'office', activities: ['farm'] }),
  rule('programme', { effect: 'prohibit', class: 'programme' }),
  rule('target', { effect: 'target', class: 'target' }),
  rule('praise', { effect: 'encourage', class: 'operation' }),
  rule('named', { term: 'named', effect: 'restrict', activities: ['camp'] }),
  rule('record', { term: 'record', activities: ['camp'] }),
  rule('outlook', { term: 'outlook', activities: ['camp'] }),
  rule('implied', { basis: 'implied', activities: ['kiln'] }),
  rule('referred', { basis: 'by-reference', delegatesTo: ['The Other Paper'], activities: ['dam'] }),
  rule('tpd-5000', { effect: 'restrict', activities: ['works'], appliesIf: { all: [{ param: 'tpd', op: '>=', value: 5000 }] } }),
  rule('tpd-500', { effect: 'require', activities: ['works'], appliesIf: { all: [{ param: 'tpd', op: '>=', value: 500 }, { param: 'tpd', op: '<', value: 5000 }] } }),
  rule('homes', { effect: 'restrict', activities: ['sewer'], appliesIf: { any: [{ param: 'homes', op: '>=', value: 200 }, { param: 'people', op: '>', value: 499 }] } }),
  rule('soup', { activities: ['kitchen'], stage: 'new', appliesIf: { all: [{ param: 'area', op: '>=', value: 150 }, { param: 'cuisine', op: '!=', value: 'soup' }] } }),
  rule('boiler', { activities: ['boiler'], appliesIf: { all: [{ param: 'tph', op: '<=', value: 10 }] } }),
  rule('source-class', { activities: ['rays'], appliesIf: { all: [{ param: 'class', op: 'in', value: ['I', 'II'] }] } }),
  rule('not-class', { effect: 'restrict', activities: ['rays'], appliesIf: { all: [{ param: 'class', op: '!=', value: ['I', 'II'] }] } }),
  rule('public-only', { activities: ['hall'], appliesIf: { all: [{ param: 'public', op: '=', value: true }], any: [{ param: 'area', op: '>=', value: 2000 }] } }),
  rule('no-field', { zones: ['wide'], activities: ['field', 'build'], except: ['rice'] }),
  rule('open-air', { activities: ['cutting'], absoluteFor: ['open-cutting'] }),
]

const conflicts: Contradiction[] = [
  { id: 'ban-and-praise', title: text('ban-and-praise'), rules: [['red-new', 'red-ban'], ['praise']], why: text('both') },
  { id: 'lake-and-praise', title: text('lake-and-praise'), rules: [['lake-out-ban'], ['praise']], why: text('both') },
]

const statutes = [rule('law-ban', { activities: ['mill'], zones: ['district'] })]

export const smallSeeds = (): Seeds => ({
  zones: [
    zone('district'),
    zone('red', { office: 'office-of-red' }),
    zone('core', { inherits: ['red'] }),
    zone('wide'),
    zone('narrow-a', { partOf: 'wide' }),
    zone('narrow-b', { inherits: ['wide'] }),
    zone('park'),
    zone('river', { shape: 'line' }),
    zone('hidden'),
    zone('broken'),
    zone('partial'),
    zone('town'),
    zone('outside-town', { complement: { of: 'town', within: 'district' } }),
    zone('hightech'),
    zone('outside-hightech', { complement: { of: 'hightech', within: 'district' } }),
    zone('office-park', { liesIn: 'town' }),
    zone('outside-office-park', { complement: { of: 'office-park', within: 'district' } }),
    zone('outside-hidden', { complement: { of: 'hidden', within: 'district' } }),
    zone('outside-river', { complement: { of: 'river', within: 'district' } }),
    zone('roads', { inherits: ['outside-town'] }),
    zone('abroad', { inDistrict: false }),
    zone('seat'),
  ],
  activities: [
    activity('build'),
    activity('factory', 'build'),
    activity('mill', 'factory'),
    activity('cutting', 'factory'),
    activity('open-cutting', 'cutting'),
    activity('rice', 'field'),
    ...['restore', 'farm', 'lab', 'boat', 'camp', 'kiln', 'dam', 'works', 'sewer', 'kitchen', 'boiler', 'rays', 'hall', 'field', 'idle'].map((id) => activity(id)),
  ],
  facts: [
    fact('isNew', 'boolean'),
    ...['tpd', 'homes', 'people', 'area', 'tph'].map((id) => fact(id, 'number')),
    fact('cuisine', 'choice', ['soup', 'other']),
    fact('class', 'choice', ['I', 'II', 'III']),
    fact('public', 'boolean'),
  ],
  offices: ['office-of-all', 'office-of-red'].map((id) => ({ id, name: text(id), knows: text(id) })),
  subjects: [
    { id: 'builder', name: text('builder'), bindsProject: true },
    { id: 'office', name: text('office'), bindsProject: false },
  ],
  sources: [source('plan', rules, { conflicts }), source('statutes', statutes, { kind: 'statute', issued: '2026-08-15', term: { from: '2026-08-15', until: '9999-12-31' } })],
})

export const smallShapes = (sigmaScale = 1): Feature<Geometry, ZoneShape>[] => {
  const sigma = (metres: number) => ({ sigmaM: metres * sigmaScale })
  return [
    box('district', [106, 29, 106.4, 29.4], sigma(100)),
    box('red', [106.1, 29.1, 106.14, 29.14], sigma(200)),
    box('core', [106.11, 29.2, 106.12, 29.21], { kind: 'envelope', ...sigma(300) }),
    box('narrow-a', [106.2, 29.1, 106.22, 29.12], sigma(150)),
    box('narrow-b', [106.22, 29.1, 106.24, 29.12], sigma(150)),
    box('park', [106.3, 29.1, 106.32, 29.12], { kind: 'envelope', ...sigma(250) }),
    shape('river', { type: 'LineString', coordinates: [[106.05, 29.3], [106.35, 29.3]] }, { kind: 'axis', ...sigma(300) }),
    box('partial', [106.3, 29.2, 106.31, 29.21], { complete: false, ...sigma(100) }),
    box('town', [106.2, 29.2, 106.22, 29.22], sigma(150)),
    box('hightech', [106.2, 29.33, 106.24, 29.36], { kind: 'envelope', ...sigma(200) }),
    shape('seat', { type: 'Point', coordinates: [106.21, 29.21] }, { kind: 'mark' }),
  ]
}

export const failures = { broken: 'the layer could not be read' }

export function smallWorld(sigmaScale = 1): World {
  return {
    catalogue: compileCatalogue(smallSeeds()),
    index: buildZoneIndex(smallShapes(sigmaScale), failures),
    release: { data: '000000000000', rules: '111111111111', engine: '0.0.0' },
  }
}
