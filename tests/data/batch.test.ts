/** The worker's side of a batch, without a worker: every row answered as ask() does, told, kept, gone on with. */
import { describe, expect, it } from 'vitest'
import { surveyedWorld } from '../../src/cli/world'
import { ask } from '../../src/core/ask'
import { rowAnswerOf } from '../../src/core/batch-answers'
import type { BatchQuery, BatchRow, BatchRows, BatchState, KeptBatch, RowSubject } from '../../src/core/batch-types'
import type { Question } from '../../src/core/model'
import type { Keep, KeptFile } from '../../src/data/batch-keep'
import type { BatchTold, FromBatch, ToBatch } from '../../src/data/batch-messages'
import type { Progress } from '../../src/data/batch-run'
import { BatchSession } from '../../src/data/batch-session'
import { seeded } from '../core/random'
import { parseCsv } from '../helpers/csv'
import { place } from '../helpers/place'

const near = [105.9, 29.2, 106.5, 29.95] as const
const world = await surveyedWorld(place)

const NEW_PLATING: Question = { on: '2024-06-01', project: ['electroplating'], facts: { isNew: true } }
const query = (more: Partial<BatchQuery> = {}): BatchQuery => ({ sort: 'row', down: false, group: null, text: '', from: 0, count: 1000, ...more })

/** A store in memory; with `isBlocked` it keeps nothing. */
class Store implements Keep {
  kept: { about?: KeptBatch; file?: KeptFile; progress?: Progress } = {}
  constructor(private readonly isBlocked = false) {}
  about = async () => this.kept.about ?? null
  file = async () => this.kept.file ?? null
  progress = async () => this.kept.progress ?? null
  keepFile = async (about: KeptBatch, file: KeptFile) => this.put({ about, file })
  keepProgress = async (about: KeptBatch, progress: Progress) => this.put({ ...this.kept, about, progress })
  clear = async () => this.put({})
  private put(kept: typeof this.kept): void {
    if (this.isBlocked) throw new Error('blocked')
    this.kept = structuredClone(kept)
  }
}

class Page {
  told: BatchTold[] = []
  private readonly replies = new Map<number, unknown>()
  private readonly session: BatchSession
  private clock = 0
  onRest: () => void = () => undefined

  constructor(readonly store = new Store()) {
    this.session = new BatchSession(async () => ({ world, near }), {
      post: (message: FromBatch) => void (message.say === 'state' ? this.told.push(message) : this.replies.set(message.id, message.say === 'reply' ? message.value : message.why)),
      keep: store,
      now: () => (this.clock += 15), // a slice is over after a few looks at the clock
      rest: async () => this.onRest(),
    })
  }

  hear = (message: ToBatch): Promise<void> => this.session.hear(message)

  async open(text: string, name = 'a.csv'): Promise<void> {
    await this.hear({ do: 'open', name, bytes: new TextEncoder().encode(text).buffer })
  }

  get state(): BatchState {
    const last = this.told.at(-1)
    if (last === undefined) throw new Error('expected to be told something, heard nothing')
    return last.state
  }

  /** The reply to a request; the test knows what it asked for. */
  async request<T>(message: Omit<Extract<ToBatch, { id: number }>, 'id'>): Promise<T> {
    await this.hear({ ...message, id: 1 })
    return this.replies.get(1) as T
  }

  rows = async (more: Partial<BatchQuery> = {}): Promise<readonly BatchRow[]> => (await this.request<BatchRows>({ do: 'rows', query: query(more) })).rows
}

const random = seeded(11)
const points = Array.from({ length: 400 }, (): [number, number] => [Number((106 + random() * 0.4).toFixed(6)), Number((29.3 + random() * 0.6).toFixed(6))])
const TABLE = ['name,lon,lat', ...points.map(([lon, lat], i) => (i % 9 === 4 ? `P${i},坏,${lat}` : `P${i},${lon},${lat}`))].join('\n')

async function answeredPage(store?: Store): Promise<Page> {
  const page = new Page(store)
  await page.hear({ do: 'ask', question: NEW_PLATING })
  await page.open(TABLE)
  return page
}

describe('a batch', () => {
  it('answers every row as ask() does, keeps bad ones in their place, and counts them all', async () => {
    const page = await answeredPage()
    const rows = await page.rows()
    expect(rows.map(({ name }) => name)).toEqual(points.map((_, i) => `P${i}`))
    rows.forEach(({ answer, problem, lonLat }, i) => {
      if (i % 9 === 4) return expect([answer, problem?.en.slice(0, 20)]).toEqual([null, 'Expected coordinates'])
      expect(answer).toEqual(rowAnswerOf(ask({ kind: 'point', lonLat: lonLat ?? [0, 0] }, NEW_PLATING, world)))
      return undefined
    })
    const { counts, phase, done } = page.state
    expect([phase, done, Object.values(counts).reduce((sum, count) => sum + count, 0), counts.problem, counts.open]).toEqual(['done', 400, 400, 44, 0])
  })

  it('sorts, filters and finds', async () => {
    const page = await answeredPage()
    const rank = ({ answer }: BatchRow) => ['no-specific-rule', 'conditional', 'restricted', 'prohibited'].indexOf(answer?.district === 'outside' ? '' : (answer?.verdict?.possible ?? ''))
    const sorted = (await page.rows({ sort: 'possible', down: true })).map(rank)
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a))
    expect((await page.rows({ sort: 'name', down: true }))[0]?.name).toBe('P399')
    expect((await page.rows({ group: 'problem' })).every(({ problem }) => problem !== null)).toBe(true)
    expect((await page.rows({ text: 'p39' })).map(({ name }) => name)).toEqual(['P39', 'P390', 'P391', 'P392', 'P393', 'P394', 'P395', 'P396', 'P397', 'P398', 'P399'])
    expect((await page.rows({ from: 100, count: 2 })).map(({ at }) => at)).toEqual([100, 101])
    expect(await page.request<number>({ do: 'placeOf', at: 5, query: query({ down: true }) })).toBe(394)
  })

  it('puts on the map what lies somewhere, each in the colour of its verdict', async () => {
    const page = await answeredPage()
    const points = page.told.findLast((told) => told.points !== undefined)?.points
    expect([points?.rows.length, points?.positions.length, page.told.at(-1)?.verdicts?.length]).toEqual([356, 712, 356])
    expect(points?.rows.includes(4)).toBe(false)
    const first = (await page.rows())[0]
    expect(page.told.at(-1)?.verdicts?.[0]).toBe(first?.answer?.district === 'outside' ? 255 : ['no-specific-rule', 'conditional', 'restricted', 'prohibited'].indexOf(first?.answer?.verdict?.asDrawn ?? ''))
  })

  it('answers anew when the question changes or the coordinates are read otherwise', async () => {
    const page = await answeredPage()
    const before = (await page.rows())[1]
    await page.hear({ do: 'ask', question: { on: '2024-06-01' } })
    expect(page.state.counts.answered).toBeGreaterThan(0)
    expect((await page.rows())[0]?.answer?.verdict).toBeNull()
    await page.hear({ do: 'readAs', other: 0 })
    expect(page.state.reading?.en).toContain('GCJ-02')
    expect((await page.rows())[1]?.lonLat).not.toEqual(before?.lonLat)
    expect(page.state.done).toBe(400)
  })

  it('stops and goes on', async () => {
    const page = new Page()
    await page.hear({ do: 'ask', question: NEW_PLATING })
    page.onRest = () => void page.hear({ do: 'stop' })
    await page.open(TABLE)
    expect(page.state.phase).toBe('stopped')
    expect(page.state.counts.open).toBeGreaterThan(0)
    page.onRest = () => undefined
    await page.hear({ do: 'goOn' })
    expect([page.state.phase, page.state.counts.open]).toEqual(['done', 0])
  })

  it('goes on after a reload with what was answered before', async () => {
    const store = new Store()
    const first = new Page(store)
    await first.hear({ do: 'ask', question: NEW_PLATING })
    first.onRest = () => void first.hear({ do: 'stop' })
    await first.open(TABLE)
    const { done } = first.state
    const again = new Page(store)
    await again.hear({ do: 'ask', question: NEW_PLATING })
    expect(await again.request<KeptBatch>({ do: 'kept' })).toEqual({ name: 'a.csv', rows: 400, done })
    await again.hear({ do: 'takeUp' })
    expect(again.told.find(({ state }) => state.rows > 0)?.state.done).toBe(done)
    expect(await again.rows()).toEqual(await (await answeredPage()).rows())
    await again.hear({ do: 'close' })
    expect(await again.request({ do: 'kept' })).toBeNull()
  })

  it('works where the browser keeps nothing, and says so', async () => {
    const page = await answeredPage(new Store(true))
    expect([page.state.phase, page.state.keeping]).toEqual(['done', 'refused'])
  })

  it('tells why a file cannot be read', async () => {
    const page = new Page()
    await page.open('a,b\nfoo,bar')
    expect([page.state.phase, page.state.why?.en]).toEqual(['failed', expect.stringContaining('Expected a column of longitudes')])
  })
})

describe('its files', () => {
  it('hold every row in order with all its columns and what was asked', async () => {
    const page = await answeredPage()
    const file = await page.request<Blob>({ do: 'file', kind: 'csv', lang: 'en' })
    const rows = parseCsv(await file.text())
    expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
    expect(rows.map((row) => row['name'])).toEqual(points.map((_, i) => `P${i}`))
    expect(rows[4]?.['problem']).toContain('Expected coordinates')
    expect(rows[0]).toMatchObject({ lon: String(points[0]?.[0]), on: '2024-06-01', project: 'electroplating', facts: '{"isNew":true}' })
  })

  it('as GeoJSON: a feature for each row, null where it lies nowhere, the question beside them', async () => {
    const page = await answeredPage()
    const file = JSON.parse(await (await page.request<Blob>({ do: 'file', kind: 'geojson', lang: 'zh' })).text())
    expect(file.features).toHaveLength(400)
    expect(file.batch).toMatchObject({ on: '2024-06-01', project: ['electroplating'], release: world.release })
    expect(file.features[4]).toMatchObject({ geometry: null, properties: { name: 'P4', ask_problem: expect.stringContaining('应为坐标') } })
    expect(file.features[0].geometry.coordinates).toEqual(points[0])
  })
})

describe('parcels', () => {
  const square = (west: number) => [[[west, 29.6], [west + 0.004, 29.6], [west + 0.004, 29.603], [west, 29.6]]]
  const feature = (name: string, coordinates: unknown, type = 'Polygon') => ({ type: 'Feature', properties: { name }, geometry: { type, coordinates } })

  it('are answered like one at a time, a crossed one keeps its reason', async () => {
    const crossed = [[[106.2, 29.6], [106.21, 29.61], [106.21, 29.6], [106.2, 29.612], [106.2, 29.6]]]
    const page = new Page()
    await page.hear({ do: 'ask', question: NEW_PLATING })
    await page.open(JSON.stringify({ type: 'FeatureCollection', features: [feature('甲', square(106.21)), feature('乙', crossed), feature('丙', [106.2, 29.6], 'Point')] }), 'a.geojson')
    const rows = await page.rows()
    const parcel = await page.request<RowSubject>({ do: 'subject', at: 0 })
    expect(parcel).toMatchObject({ parcel: { name: '甲', geometry: { type: 'Polygon' } } })
    expect(rows.map(({ name, problem }) => [name, problem === null])).toEqual([['甲', true], ['乙', false], ['丙', true]])
    expect(rows[0]?.answer).toEqual(rowAnswerOf(ask({ kind: 'parcel', parcel: { name: '甲', geometry: { type: 'Polygon', coordinates: square(106.21) } } }, NEW_PLATING, world)))
  })
})
