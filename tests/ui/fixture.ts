/** A district of a few zones, drawn as squares of 0.1°, with a rule of every kind the page tells apart. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { compileCatalogue, type Seeds } from '../../src/core/catalogue'
import type { Layer, Loaded, ZoneShape } from '../../src/core/model'
import type { Effect, Rule, Text, Zone } from '../../src/core/seed-types'
import { buildZoneIndex } from '../../src/core/zone-index'

const text = (zh: string, en = zh): Text => ({ zh, en })

const zone = (id: string, more: Partial<Zone> = {}): Zone => ({
  id,
  name: text(`分区${id}`, id),
  theme: 'other',
  group: 'other',
  shape: 'polygon',
  office: 'ecology',
  located: { level: 'none' },
  quotes: [],
  ...more,
})

const rule = (id: string, effect: Effect, zones: string[], more: Partial<Rule> = {}): Rule => ({
  id,
  title: text(`规定${id}`, id),
  effect,
  class: 'siting',
  stage: 'any',
  basis: 'literal',
  strictness: 3,
  zones,
  activities: ['building'],
  subject: 'anyone',
  term: 'plan',
  quote: { text: `原文${id}`, offset: 0 },
  ...more,
})

export const seeds: Seeds = {
  zones: [
    zone('district'),
    zone('redline', { inherits: ['space'] }),
    zone('space'),
    zone('north', { aliases: ['上片'] }),
    zone('ring'),
    zone('secret', { office: 'water' }),
    zone('hidden'),
    zone('abroad', { inDistrict: false }),
  ],
  activities: [
    { id: 'building', name: text('建房', 'Building') },
    { id: 'housing', name: text('住宅', 'Housing'), broader: ['building'] },
    { id: 'works', name: text('污水处理厂', 'Sewage works') },
  ],
  facts: [
    { id: 'isNew', name: text('是否新建'), question: text('是否新建？'), type: 'boolean' },
    { id: 'capacity', name: text('日处理能力', 'Daily capacity'), question: text('每天多少吨？'), type: 'number', unit: 't/d' },
    { id: 'kind', name: text('种类'), question: text('哪一种？'), type: 'choice', choices: [{ id: 'a', name: text('甲') }] },
  ],
  offices: [
    { id: 'ecology', name: text('生态局'), knows: text('红线') },
    { id: 'water', name: text('水利局'), knows: text('河道') },
  ],
  subjects: [{ id: 'anyone', name: text('任何单位和个人'), bindsProject: true }],
  sources: [
    {
      id: 'plan',
      kind: 'plan',
      title: text('规划'),
      issuer: text('区政府'),
      issued: '2021-11-26',
      term: { from: '2021-01-01', until: '2025-12-31' },
      status: text('现行'),
      chapters: [{ no: 3, title: text('保护'), sections: [{ no: 1, title: text('空间') }] }, { no: 5, title: text('污染'), sections: [] }],
      rules: [
        { chapter: 5, section: null, rules: [rule('everywhere', 'require', ['district']), rule('ask-water', 'prohibit', ['secret'])] },
        {
          chapter: 3,
          section: 1,
          rules: [
            rule('welcome', 'encourage', ['north']),
            rule('no-building', 'prohibit', ['redline']),
            rule('slowly', 'restrict', ['space'], { term: 'named', deadline: { by: '2023-12-31', text: text('到 2023 年底') } }),
            rule('also-everywhere', 'target', ['district']),
          ],
        },
      ],
    },
  ],
}

function square(west: number, south: number, east: number, north: number): Geometry {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
}

function shape(id: string, geometry: Geometry, more: Partial<ZoneShape> = {}): Feature<Geometry, ZoneShape> {
  const properties: ZoneShape = {
    zone: id,
    name: text(`图形${id}`, `shape ${id}`),
    kind: 'outline',
    certainty: 'C',
    sigmaM: 500,
    complete: true,
    method: text('手绘'),
    sources: [],
    ...more,
  }
  return { type: 'Feature', properties, geometry }
}

const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

export const data: Record<string, FeatureCollection> = {
  district: collection(shape('district', square(106, 29, 107, 30), { certainty: 'A', sigmaM: 50 })),
  redline: collection(shape('redline', square(106.4, 29.4, 106.6, 29.6), { sigmaM: 1500 })),
  zones: collection(
    shape('north', square(106, 29.5, 107, 30), { certainty: 'A', sigmaM: 10 }),
    shape('ring', square(106.1, 29.1, 106.2, 29.2), { kind: 'envelope', sigmaM: 0, drawn: false }),
    shape('ring', square(106.1, 29.1, 106.2, 29.2), { kind: 'envelope', sigmaM: 0 }),
  ),
  seats: collection(
    shape('hidden', { type: 'Point', coordinates: [106.5, 29.5] }, { kind: 'mark', name: text('中镇', 'Middleton'), sigmaM: 600 }),
    shape('hidden', { type: 'Point', coordinates: [106.9, 29.9] }, { kind: 'mark', name: text('北镇', 'Norton'), sigmaM: 600 }),
  ),
  relief: collection(),
}

const layer = (id: string, zones: string[], more: Partial<Layer> = {}): Layer => ({
  id,
  group: 'other',
  file: `${id}.geojson`,
  name: text(`图层${id}`, id),
  about: text('说明'),
  zones,
  on: true,
  ...more,
})

export const layers: Layer[] = [
  layer('relief', [], { group: 'base' }),
  layer('district', ['district']),
  layer('redline', ['redline'], { group: 'ecological-redline' }),
  layer('zones', ['north', 'ring']),
  layer('seats', []),
]

export const release = { data: 'd', rules: 'r', engine: '0' }

/** The world, with the layers that failed and why. */
export function loadedWorld(failed: Record<string, string> = {}): Loaded {
  const read = Object.fromEntries(Object.entries(data).filter(([id]) => failed[id] === undefined))
  const shapes = Object.values(read).flatMap(({ features }) => features).filter((feature): feature is Feature<Geometry, ZoneShape> => feature.properties !== null)
  const lost = layers.flatMap(({ id, zones }) => zones.map((name): [string, string | undefined] => [name, failed[id]]))
  const zonesLost = Object.fromEntries(lost.filter((entry): entry is [string, string] => entry[1] !== undefined))
  return { world: { catalogue: compileCatalogue(seeds), index: buildZoneIndex(shapes, zonesLost), release }, layers, data: read, failed }
}
