/** A table at the command line: recognised, streamed, every row answered or refused in its place, and cut in two the same. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { batchOf } from '../../src/cli/batch-kinds'
import { readArguments } from '../../src/cli/arguments'
import { surveyedWorld } from '../../src/cli/world'
import { ask } from '../../src/core/ask'
import { rowAnswerOf } from '../../src/core/batch-answers'
import { parseCsv } from '../helpers/csv'
import { place } from '../helpers/place'

const root = join(import.meta.dirname, '../..')
const context = { catalogue: place.world.catalogue, eia: place.eia, near: place.near, today: '2024-06-01' }
const folder = mkdtempSync(join(tmpdir(), 'batch-'))
const question = { on: '2024-06-01', project: ['electroplating'] }

class Sink extends Writable {
  text = ''
  override _write(chunk: Buffer | string, _: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

async function run(words: readonly string[], input: string | Iterable<Uint8Array>, name = '-') {
  const command = readArguments(['--batch', name, '--lang', 'en', ...words])
  if (command.do !== 'batch') throw new Error(`expected a batch, found ${command.do}`)
  const sink = new Sink()
  const told: string[] = []
  const stream = typeof input === 'string' ? Readable.from([Buffer.from(input)], { objectMode: false }) : Readable.from(input, { objectMode: false })
  const done = await batchOf(stream, sink, (text) => told.push(text), { place, context, question, eia: undefined, command })
  return { done, told, text: sink.text, rows: sink.text.startsWith('{') ? [] : parseCsv(sink.text) }
}

const POINTS = 'name,经度,纬度\nA,106.3,29.75\nB,坏,29.5\nC,106.2,29.5\n'

describe('a table', () => {
  it('is told how it was read, and answered row by row as ask() does', async () => {
    const { done, told, rows } = await run(['--csv', '--project', 'electroplating'], POINTS)
    expect(done).toEqual({ answered: 2, refused: 1 })
    expect(told[0]).toBe('Coordinate columns: 经度, 纬度; read as longitude, latitude')
    expect(rows.map((row) => row['name'])).toEqual(['A', 'B', 'C'])
    expect(rows[1]?.['ask_problem']).toContain('found “坏, 29.5”')
    for (const row of [rows[0], rows[2]]) {
      const answer = ask({ kind: 'point', lonLat: [Number(row?.['经度']), Number(row?.['纬度'])] }, question, place.world)
      const { verdict, decidedBy, zones, toVerify } = rowAnswerOf(answer)
      expect([row?.['ask_as_drawn'], row?.['ask_certain'], row?.['ask_possible']]).toEqual([verdict?.asDrawn, verdict?.certain, verdict?.possible])
      expect([row?.['ask_decided_by'], row?.['ask_zones'], row?.['ask_to_verify']]).toEqual([decidedBy.join(' '), zones.join(' '), String(toVerify)])
    }
  })

  it('gives whole answers without --csv, an error in the place of what cannot be read', async () => {
    const { text } = await run([], POINTS)
    const lines: { id?: string; error?: string; line?: number; findings?: unknown }[] = text.trim().split('\n').map((line) => JSON.parse(line))
    expect(lines.map(({ id, line, findings }) => [id, line, findings !== undefined])).toEqual([['A', undefined, true], ['B', 3, false], ['C', undefined, true]])
  })

  it('keeps original cells, safe for spreadsheets', async () => {
    const { rows } = await run(['--csv'], 'name,lon,lat,note\n=1+1,106.3,29.75,-5\n"多\n行",106.2,29.5,"a,b"\n')
    expect(rows.map((row) => [row['name'], row['note']])).toEqual([["'=1+1", '-5'], ['多\n行', 'a,b']])
  })

  it('is read wherever the chunks are cut', async () => {
    const bytes = Buffer.from(POINTS)
    const cut = await run(['--csv'], Array.from(bytes, (_, i) => bytes.subarray(i, i + 1)))
    expect(cut.text).toBe((await run(['--csv'], POINTS)).text)
  })

  it('takes columns and system from the command line', async () => {
    const table = 'a,b,c\n106.3,29.75,1\n'
    expect((await run(['--csv', '--columns', 'a,b', '--crs', 'gcj02'], table)).told[0]).toContain('GCJ-02')
    expect((await run(['--csv', '--columns', 'a,z'], table)).done).toMatchObject({ problem: { code: 'batch-unread' } })
    expect((await run(['--csv', '--crs', 'beijing54'], table)).done).toMatchObject({ problem: { code: 'crs' } })
  })

  it('refuses a line without end and goes on after it', async () => {
    const long = 'x'.repeat(1_200_000)
    const { rows } = await run(['--csv'], `name,lon,lat\nA,106.3,29.75\n${long}\nB,106.2,29.5\n`)
    expect(rows.map((row) => row['name'] || row['ask_problem'])).toEqual(['A', 'Expected at most 1000000 characters in this row, found more. Check the line ends.', 'B'])
  })

  it('gives the header alone for a header alone', async () => {
    const { text } = await run(['--csv'], 'name,lon,lat')
    expect(text).toMatch(/^name,lon,lat,ask_lon,.*\n$/)
  })
})

describe('features', () => {
  const point = { type: 'Feature', id: 7, properties: {}, geometry: { type: 'Point', coordinates: [106.2, 29.5] } }
  const area = { type: 'Feature', properties: { name: 'P' }, geometry: { type: 'Polygon', coordinates: [[[106.2, 29.5], [106.21, 29.5], [106.21, 29.51], [106.2, 29.5]]] } }

  it('stand in lines beside questions, each answered in its place', async () => {
    const lines = [point, area, { id: 'q', lonLat: [106.2, 29.5] }].map((value) => JSON.stringify(value))
    const { rows } = await run(['--csv', '--project', 'electroplating'], [lines[0], '\u001E' + String(lines[1]), 'bad', lines[2]].join('\n'))
    expect(rows.map((row) => [row['id'], row['ask_as_drawn'] !== '', row['ask_problem'] !== ''])).toEqual([['7', true, false], ['P', true, false], ['', false, true], ['q', true, false]])
  })

  it('of a whole file, parcels included', async () => {
    const { rows } = await run(['--csv', '--project', 'electroplating'], JSON.stringify({ type: 'FeatureCollection', features: [point, area] }), 'a.geojson')
    const world = await surveyedWorld(place)
    const answer = ask({ kind: 'parcel', parcel: { name: 'P', geometry: { type: 'Polygon', coordinates: area.geometry.coordinates } } }, question, world)
    expect(rows.map((row) => row['name'])).toEqual(['', 'P'])
    expect(rows[1]?.['ask_decided_by']).toBe(answer.verdict?.decidedBy.join(' '))
  })
})

describe('a table cut in two', () => {
  it('gives, in two processes and joined, what one gives, to the byte', async () => {
    const header = '编号,X,Y,说明\n'
    const rows = Array.from({ length: 120 }, (_, i) => (i % 11 === 3 ? `${i},坏,,\n` : `${i},${3270000 + 173 * i},${35612000 + 211 * i},"说, ${i}"\n`))
    const files = { whole: header + rows.join(''), first: rows.slice(0, 57).join(''), second: rows.slice(57).join(''), header }
    const pathOf = (name: string) => join(folder, `${name}.csv`)
    for (const [name, text] of Object.entries(files)) writeFileSync(pathOf(name), text)
    const start = (name: string, ...more: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli.ts', '--batch', pathOf(name), '--csv', '--project', 'electroplating', '--on', '2024-06-01', ...more], { cwd: root, maxBuffer: 1e8 })
        .catch((error: { code?: number; stdout: string }) => error) // 1: some rows were refused
    const [whole, titles, ...parts] = await Promise.all([start('whole'), start('header'), start('first', '--like', pathOf('whole')), start('second', '--like', pathOf('whole'))])
    expect(whole.stdout.split('\n')).toHaveLength(122)
    expect(titles.stdout + parts.map(({ stdout }) => stdout).join('')).toBe(whole.stdout)
    expect(readFileSync(pathOf('whole'), 'utf8')).toBe(files.whole)
  }, 60_000)
})
