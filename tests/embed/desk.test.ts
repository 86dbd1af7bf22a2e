import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Text } from '../../src/core/seed-types'
import { createDesk } from '../../src/embed/desk'
import { talkToParent } from '../../src/embed/frame'
import type { Outgoing } from '../../src/embed/messages'
import { canonical } from '../../src/extract/canonical'
import { sha256Hex } from '../../src/extract/hash'
import { createApp, type App } from '../../src/state/app'
import { usualLink } from '../../src/state/start'
import { addActivities, askAt, toggleSelected } from '../../src/state/verbs'
import { site, surveyedWorld, texts } from '../extract/world'

const defaults = usualLink({ view: { center: [106.15, 29.1], zoom: 10 }, layers: [], now: new Date(2026, 10, 28), lang: 'zh', theme: 'light' })
const options = { near: [106, 29, 107, 30] as const, today: () => '2026-11-28', link: () => 'https://map.example/#v=1' }
const { overlay, ...bare } = surveyedWorld()
const read = (app: App) => {
  app.data.value = { status: 'ready', world: bare, layers: [], data: {}, failed: {} }
  app.texts.value = { status: 'ready', value: texts }
}
const measure = (app: App) => overlay !== undefined && (app.overlay.value = { status: 'ready', value: overlay })

function desk() {
  const app = createApp(defaults)
  const said: Outgoing[] = []
  const made = createDesk(app, { ...options, post: (message) => said.push(message) })
  const hear = (data: unknown) => made.hear(data)
  const of = (id: unknown) => said.filter((message) => message.id === id)
  const until = (count: number) => vi.waitFor(() => expect(said.length).toBeGreaterThanOrEqual(count))
  return { app, said, hear, of, until }
}

const inRed = { kind: 'point', lonLat: [106.12, 29.115] }
const ask = (id: string, more: object = {}) => ({ oneMap: 1, id, do: 'ask', subject: inRed, ...more })
const textOf = (message: Outgoing | undefined): Text | undefined => (message?.do === 'error' ? message.message : undefined)

beforeAll(() => import('../../src/formats/parcels'))

describe('the desk of a frame', () => {
  it('says when it is ready, and again when greeted', async () => {
    const { app, said, hear, until } = desk()
    read(app)
    await until(1)
    hear({ oneMap: 1, id: 1, do: 'hello' })
    await until(2)
    expect(said).toEqual([{ oneMap: 1, do: 'ready', release: bare.release }, { oneMap: 1, id: 1, do: 'ready', release: bare.release }])
  })

  it('answers with the extract, its number and its address; what was asked early waits', async () => {
    const { app, said, hear, until } = desk()
    hear(ask('a', { project: ['mill'], facts: { isNew: true }, on: '2024-06-01' }))
    read(app)
    await until(2)
    const reply = said[1]
    expect(reply).toMatchObject({ do: 'answer', id: 'a', link: 'https://map.example/#v=1', extract: { schema: 'one-map-extract/1', question: { on: '2024-06-01', project: ['mill'] }, verdict: app.answer.value?.verdict } })
    expect(reply?.do === 'answer' && reply.sha256).toBe(await sha256Hex(canonical(reply?.do === 'answer' ? reply.extract : null)))
  })

  it('asks about a parcel once what measures it is there', async () => {
    const { app, hear, of } = desk()
    read(app)
    hear(ask('a', { subject: { kind: 'parcel', parcel: site }, project: ['mill'] }))
    await vi.waitFor(() => expect(app.overlay.value.status).toBe('wanted'))
    expect(of('a')).toEqual([])
    measure(app)
    await vi.waitFor(() => expect(of('a')).toMatchObject([{ do: 'answer', extract: { question: { subject: { kind: 'parcel', parcel: site } } } }]))
  })

  it('gives each ask one reply, also the one that was overtaken', async () => {
    const { app, hear, of } = desk()
    read(app)
    hear(ask('first', { subject: { kind: 'parcel', parcel: site } }))
    hear(ask('second'))
    hear(ask('second again'))
    await vi.waitFor(() => expect(of('second again')).toHaveLength(1))
    expect([of('first'), of('second'), of('second again')]).toMatchObject([[{ do: 'error', code: 'superseded' }], [{ do: 'answer' }], [{ do: 'answer' }]])
  })

  it('does not give the answer to what the reader chose meanwhile as the reply', async () => {
    const { app, said, hear, of } = desk()
    read(app)
    hear(ask('a', { subject: { kind: 'parcel', parcel: site } }))
    await vi.waitFor(() => expect(app.overlay.value.status).toBe('wanted'))
    addActivities(app, ['mill'])
    measure(app)
    await vi.waitFor(() => expect(said.at(-1)).toMatchObject({ do: 'answer', extract: { question: { project: ['mill'] } } }))
    expect(said.at(-1)).not.toHaveProperty('id')
    expect(of('a')).toMatchObject([{ do: 'error', code: 'superseded' }])
  })

  it('tells what the reader asks and points out, once', async () => {
    const { app, said, until } = desk()
    read(app)
    await until(1)
    askAt(app, [106.12, 29.115])
    await until(2)
    toggleSelected(app, 'red')
    app.data.value = { status: 'ready', world: { ...bare }, layers: [], data: {}, failed: {} } // the rest has been read
    await until(3)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(said.map(({ do: verb, id }) => [verb, id])).toEqual([['ready', undefined], ['answer', undefined], ['selected', undefined]])
  })

  it('points out a zone', async () => {
    const { app, said, hear, until } = desk()
    read(app)
    hear({ oneMap: 1, id: 'z', do: 'select', zone: 'red' })
    await until(2)
    expect([app.selected.value, said[1]]).toEqual(['red', { oneMap: 1, id: 'z', do: 'selected', zone: 'red' }])
  })

  it.each<[string, object]>([
    ['unknown-activity', { project: ['castle'] }],
    ['unknown-fact', { facts: { moat: true } }],
    ['fact-value', { facts: { isNew: 'yes' } }],
    ['unknown-zone', { known: { moon: 'inside' } }],
    ['parcel', { subject: { kind: 'parcel', parcel: { geometry: { type: 'Polygon', coordinates: [[[106.1, 29.1], [106.2, 29.2], [106.2, 29.1], [106.1, 29.2], [106.1, 29.1]]] } } } }],
    ['place', { subject: { kind: 'point', lonLat: [29, 106] } }],
  ])('refuses with a sentence and leaves everything as it was: %s', async (code, more) => {
    const { app, hear, of } = desk()
    read(app)
    const before = app.link.value
    hear(ask('a', { on: '2024-01-01', ...more }))
    await vi.waitFor(() => expect(of('a')).toHaveLength(1))
    expect(of('a')).toMatchObject([{ do: 'error', code }])
    expect(textOf(of('a')[0])?.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(app.link.value).toEqual(before)
  })

  it('says why it cannot answer at all', async () => {
    const { app, said, hear, until } = desk()
    hear(ask('a'))
    app.data.value = { status: 'failed', why: 'HTTP 500' }
    await until(2)
    expect(said.map((message) => [message.id, textOf(message)?.en.includes('HTTP 500')])).toEqual([[undefined, true], ['a', true]])
  })

  it('does not pile up what it cannot deal with yet', () => {
    const { said, hear } = desk()
    for (let i = 0; i < 60; i++) hear(ask(String(i)))
    expect(said).toHaveLength(10)
    expect(said[0]).toMatchObject({ do: 'error', code: 'busy', id: '50' })
  })
})

/** A window in a frame: who is around it, and what it is told. */
function framed(around: string | undefined) {
  const heard: ((event: object) => void)[] = []
  const posted: [string, string][] = []
  const parent = { postMessage: ({ do: verb }: Outgoing, origin: string) => posted.push([verb, origin]) }
  const frame = {
    parent,
    location: around === undefined ? {} : { ancestorOrigins: [around] },
    addEventListener: (_: string, hear: (event: object) => void) => heard.push(hear),
    removeEventListener: () => {},
  }
  const say = (origin: string, data: unknown, source: unknown = parent) => heard.forEach((hear) => hear({ source, origin, data }))
  return { frame: frame as unknown as Window, posted, say, heard }
}

describe('the ear of a frame', () => {
  const embedding = { origins: ['https://a.example'], refused: [] }
  const hello = { oneMap: 1, do: 'hello' }
  const opened = (around: string | undefined) => {
    const app = createApp(defaults)
    const it = framed(around)
    talkToParent(app, it.frame, embedding, options)
    read(app)
    return it
  }

  it('hears the page around it, from an origin that is named, and answers that origin alone', async () => {
    for (const around of ['https://a.example', undefined]) {
      const { posted, say } = opened(around)
      await vi.waitFor(() => expect(posted).toHaveLength(1))
      say('https://b.example', hello)
      say('https://a.example', hello, { postMessage: () => {} })
      say('https://a.example', hello)
      await vi.waitFor(() => expect(posted).toEqual([['ready', 'https://a.example'], ['ready', 'https://a.example']]))
    }
  })

  it('is deaf and mute on a page that is not named, and where none is', () => {
    expect(opened('https://c.example').heard).toHaveLength(0)
    const it = framed('https://a.example')
    talkToParent(createApp(defaults), it.frame, { origins: [], refused: [] }, options)
    expect(it.heard).toHaveLength(0)
  })
})
