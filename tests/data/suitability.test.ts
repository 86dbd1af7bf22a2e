import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/core/model'
import { createSuitability, type WorkerLike } from '../../src/data/suitability'
import type { FromSuitability, ToSuitability } from '../../src/data/suitability-messages'
import { SuitabilitySession } from '../../src/data/suitability-session'
import type { WorkerFiles } from '../../src/data/worker-files'
import { smallShapes } from '../core/fixture'
import { smallGround } from '../core/suitability-kit'

const files: WorkerFiles = { seedsUrl: '', englishUrl: '', release: { data: '', rules: '', engine: '' }, layers: [], data: {}, failed: {} }

/** Stands in for a worker: the same session, on this thread. Messages take a turn, as they would. */
class Stage implements WorkerLike {
  readonly heard: ToSuitability[] = []
  ended = false
  private readonly listeners: ((event: { data: FromSuitability }) => void)[] = []
  private readonly session: SuitabilitySession

  constructor(ground = Promise.resolve(smallGround(smallShapes()))) {
    ground.catch(() => undefined)
    this.session = new SuitabilitySession(ground, (data) => setTimeout(() => {
      if (!this.ended) for (const hear of this.listeners) hear({ data })
    }))
  }

  addEventListener(type: string, hear: unknown): void {
    if (type === 'message') this.listeners.push(hear as (event: { data: FromSuitability }) => void)
  }

  postMessage(message: ToSuitability): void {
    this.heard.push(message)
    setTimeout(() => void this.session.hear(message))
  }

  terminate(): void {
    this.ended = true
  }
}

function desk(make = () => new Stage()) {
  const stages: Stage[] = []
  const spawn = () => {
    const stage = make()
    stages.push(stage)
    return stage
  }
  return { desk: createSuitability(spawn, files), stages }
}

const build: Question = { on: '2024-06-01', project: ['build'], facts: { isNew: true } }
const mill: Question = { on: '2024-06-01', project: ['mill'] }
const farm: Question = { on: '2024-06-01', project: ['farm'] }
const quiet = () => undefined

describe('the desk of suitability', () => {
  it('starts a worker with the first question and keeps it', async () => {
    const { desk: asking, stages } = desk()
    expect(stages).toEqual([])
    const shares: number[] = []
    const first = await asking.ask(build, (share) => void shares.push(share))
    const second = await asking.ask(mill, quiet)
    expect(first?.question).toEqual(build)
    expect(second?.question).toEqual(mill)
    expect(stages.length).toBe(1)
    expect(shares.at(-1)).toBe(1)
    expect(shares.length).toBeGreaterThan(5)
  })

  it('lets the latest question win', async () => {
    const { desk: asking, stages } = desk()
    const all = await Promise.all([asking.ask(build, quiet), asking.ask(mill, quiet), asking.ask(farm, quiet)])
    expect(all.map((one) => one?.question)).toEqual([undefined, undefined, farm])
    // The one in between never reached the worker.
    expect(stages[0]!.heard.map((message) => message.do)).toEqual(['start', 'ask', 'ask'])
  })

  it('finds better places, also before the question was cut', async () => {
    const { desk: asking } = desk()
    const places = await asking.better([106.12, 29.12], build)
    expect(places?.map(({ view }) => view)).toContain('asDrawn')
    const both = await Promise.all([asking.better([106.12, 29.12], build), asking.better([106.2, 29.3], build)])
    expect(both[0]).toBeNull()
    expect(both[1]).not.toBeNull()
  })

  it('stops the cutting where it is cancelled, and begins anew', async () => {
    const { desk: asking, stages } = desk()
    const asked = asking.ask(build, quiet)
    asking.cancel()
    expect(await asked).toBeNull()
    expect(stages[0]!.ended).toBe(true)
    expect((await asking.ask(build, quiet))?.question).toEqual(build)
    expect(stages.length).toBe(2)
  })

  it('keeps the cells where a later question is cancelled', async () => {
    const { desk: asking, stages } = desk()
    await asking.ask(build, quiet)
    const asked = asking.ask(mill, quiet)
    asking.cancel()
    expect(await asked).toBeNull()
    expect((await asking.ask(farm, quiet))?.question).toEqual(farm)
    expect(stages.length).toBe(1)
  })

  it('says why it cannot, and tries again with the next question', async () => {
    const grounds = [Promise.reject(new Error('the rules could not be read')), Promise.resolve(smallGround(smallShapes()))]
    const { desk: asking } = desk(() => new Stage(grounds.shift()!))
    await expect(asking.ask(build, quiet)).rejects.toThrow('the rules could not be read')
    expect((await asking.ask(build, quiet))?.question).toEqual(build)
    await expect(asking.ask({ on: '2024-06-01' }, quiet)).rejects.toThrow('project')
  })
})
