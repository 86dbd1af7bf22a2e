import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runBatch } from '../../src/cli/batch'
import type { Raw } from '../../src/cli/question'
import { place } from '../helpers/place'

const options = (defaults: Raw = {}) => ({
  world: place.world,
  context: { catalogue: place.world.catalogue, eia: place.eia, near: place.near, today: '2024-06-01' },
  defaults,
  lang: 'en' as const,
})

interface Line {
  id?: string
  line?: number
  error?: string
  on?: string
}

class Sink extends Writable {
  text = ''
  writes = 0
  waiting = 0
  most = 0

  constructor(private readonly delayMs = 0) {
    super({ highWaterMark: 1024, decodeStrings: false })
  }

  override _write(chunk: string, _: string, done: () => void): void {
    this.text += chunk
    this.writes++
    this.most = Math.max(this.most, this.writableLength)
    if (this.delayMs === 0) done()
    else setTimeout(done, this.delayMs)
  }

  lines(): Line[] {
    return this.text.split('\n').slice(0, -1).map((line): Line => JSON.parse(line))
  }
}

const question = (id: string, more = {}) => JSON.stringify({ id, zones: [], project: ['electroplating'], ...more })

describe('runBatch', () => {
  it('keeps the order, puts errors in their place and counts both', async () => {
    const sink = new Sink()
    const input = [question('a'), 'not json', '', question('b', { zones: ['nowhere'] }), '[1]', question('c')].join('\n')
    expect(await runBatch(Readable.from([input]), sink, options())).toEqual({ answered: 2, refused: 3 })
    expect(sink.lines().map(({ id, line, error }) => [id, line, error?.slice(0, 40)])).toEqual([
      ['a', undefined, undefined],
      [undefined, 2, 'Expected one JSON object per line, found'],
      ['b', 4, 'Expected the id of a zone, found “nowher'],
      [undefined, 5, 'Expected one JSON object per line, found'],
      ['c', undefined, undefined],
    ])
  })

  it('reads lines wherever the chunks are cut, also within a character, with CRLF and a byte order mark', async () => {
    const bytes = Buffer.from(`\uFEFF${question('甲')}\r\n${question('乙')}\r\n`)
    const chunks = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1))
    const sink = new Sink()
    await runBatch(Readable.from(chunks, { objectMode: false }), sink, options())
    expect(sink.lines().map(({ id }) => id)).toEqual(['甲', '乙'])
  })

  it('answers a line before the next one is there', async () => {
    const input = new Readable({ read: () => undefined })
    const sink = new Sink()
    const done = runBatch(input, sink, options())
    input.push(`${question('a')}\n`)
    await expect.poll(() => sink.lines().length).toBe(1)
    input.push(`${question('b')}\n`)
    await expect.poll(() => sink.lines().length).toBe(2)
    input.push(null)
    expect(await done).toEqual({ answered: 2, refused: 0 })
  })

  it('waits for a slow reader instead of heaping answers up', async () => {
    const many = Array.from({ length: 600 }, (_, i) => `${question(String(i))}\n`)
    const sink = new Sink(1)
    await runBatch(Readable.from(many.map((line) => Buffer.from(line)), { objectMode: false }), sink, options())
    expect(sink.lines().map(({ id }) => id)).toEqual(many.map((_, i) => String(i)))
    expect(sink.most).toBeLessThan(400_000)
    expect(sink.text.length).toBeGreaterThan(10 * sink.most)
  })

  it('takes what all lines share from the command line, and a line goes first', async () => {
    const sink = new Sink()
    await runBatch(Readable.from([`{"zones":[]}\n{"zones":[],"on":"2025-01-01"}\n`]), sink, options({ on: '2022-02-02' }))
    expect(sink.lines().map(({ on }) => on)).toEqual(['2022-02-02', '2025-01-01'])
  })

  it('refuses a line without end and goes on after it', async () => {
    const sink = new Sink()
    const endless = Array.from({ length: 25 }, () => 'x'.repeat(100_000))
    await runBatch(Readable.from([...endless, `\n${question('b')}`]), sink, options())
    expect(sink.lines().map(({ id, line, error }) => id ?? `${line} ${error}`)).toEqual(['1 Expected at most 1000000 characters in a line, found more. Check the line ends.', 'b'])
  })
})
