/** `--batch`: a table, questions or features line by line, or a whole file of features; told by its name and beginning. */
import { createReadStream } from 'node:fs'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Answer, Question, World } from '../core/model'
import { placeBatch, readBatch, readingText } from '../formats/batch'
import { batchText } from '../formats/batch-raw'
import { plainLine } from '../formats/batch-geojson'
import { declaredIn } from '../formats/parcel-list'
import type { System } from '../formats/parcel-raw'
import type { Said } from '../formats/say'
import type { Command } from './arguments'
import { runBatch } from './batch'
import { peeked } from './batch-lines'
import { pump, type Count } from './batch-pump'
import { RowWriter, type Placed } from './batch-row'
import { withEia, type EiaAsked } from './eia'
import { isUnreadable, runTable, tableBeginning } from './batch-table'
import type { Context } from './question'
import { sentence } from './sentence'
import { surveyedWorld, type Place } from './world'

export interface BatchJob {
  place: Place
  context: Context
  /** What is asked of rows that say nothing else. */
  question: Question
  eia: EiaAsked | undefined
  command: Extract<Command, { do: 'batch' }>
}

type Done = Count | { problem: Said }

const BEGINNING = 2000 // bytes

type Kind = 'table' | 'lines' | 'whole'

/** By the name; where that does not tell, by whether it begins like JSON. */
function kindOf(bytes: Uint8Array, name: string): Kind {
  if (/\.(?:zip|geojson)$/i.test(name)) return 'whole'
  if (/\.(?:csv|tsv)$/i.test(name)) return 'table'
  const start = plainLine(new TextDecoder().decode(bytes.subarray(0, BEGINNING)))
  return !start.startsWith('{') && looksLikeTable(start) ? 'table' : 'lines'
}

/** More than one cell in its first line: anything else is told by the reader of lines, in its place. */
const looksLikeTable = (start: string): boolean => /[,\t;|，]/.test(start.split('\n', 1)[0] ?? '') || /^wkt\b/i.test(start)

function systemOf(crs: string | undefined): System | null {
  if (crs === undefined) return {}
  try {
    const system = declaredIn(crs)
    return Object.keys(system).length === 0 ? null : system
  } catch {
    return null // a system that cannot be read
  }
}

async function opened(file: string): Promise<Readable | Said> {
  const stream = createReadStream(file)
  try {
    await once(stream, 'ready')
    return stream
  } catch (error) {
    return { code: 'no-file', params: { file, why: error instanceof Error ? error.message : String(error) } }
  }
}

type Tell = (text: string) => void

async function table(input: Readable, output: Writable, tell: Tell, { place, context, question, eia, command }: BatchJob, world: World, system: System): Promise<Done> {
  const { csv = false, lang, columns, firstLine, like, crs } = command
  const whole = like === undefined ? undefined : await opened(like)
  if (whole !== undefined && 'code' in whole) return { problem: whole }
  const options = {
    world, question, lang, csv, near: place.near, tell: (said: readonly string[]) => said.forEach(tell),
    complete: (answer: Answer) => withEia(answer, eia, context.eia),
    ...(columns === undefined ? {} : { columns }),
    ...(firstLine === undefined ? {} : { firstLine }),
    ...(crs === undefined ? {} : { system }),
    ...(whole === undefined ? {} : { like: await tableBeginning(whole) }),
  } // prettier-ignore
  return runTable(input, output, options, (how) => sentence({ code: 'batch.other', params: { how } }, lang))
}

/** A whole file of features, read at once: it cannot be read by parts. */
async function wholeFile(input: Readable, output: Writable, tell: Tell, job: BatchJob, world: World): Promise<Done> {
  const { place, context, question, eia, command: { file, lang, csv = false } } = job
  const { raw, ways, notes } = await readBatch({ name: file, bytes: new Uint8Array(await buffer(input)) }, { near: place.near })
  const [way] = ways
  const { lonLats, parcels, problems } = placeBatch(raw, way)
  for (const text of [...(way === undefined ? [] : [readingText(raw, way)]), ...notes.map(batchText)]) tell(text[lang])
  const complete = (answer: Answer) => withEia(answer, eia, context.eia)
  const writer = new RowWriter({ world, question, lang, csv, complete }, raw.columns)
  const placeOf = (row: number): Placed => problems.get(row) ?? parcels.get(row) ?? [lonLats[2 * row] ?? 0, lonLats[2 * row + 1] ?? 0]
  const answer = (row: number) => writer.write({ no: raw.numbers[row] ?? row + 1, name: raw.names[row] ?? '', cells: raw.cells(row), place: placeOf(row) })
  return pump(numbersBelow(raw.count), output, answer, csv ? `${writer.titles}\n` : '')
}

const AT_ONCE = 1000

async function* numbersBelow(count: number): AsyncGenerator<number[]> {
  for (let from = 0; from < count; from += AT_ONCE) yield Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => from + i)
}

/** Answers a batch. What cannot be read at all is a problem, never thrown. */
export async function batchOf(source: Readable, output: Writable, tell: Tell, job: BatchJob): Promise<Done> {
  const { place, context, command: { file, defaults, lang, csv = false, firstLine, crs } } = job
  const system = systemOf(crs)
  if (system === null) return { problem: { code: 'crs', params: { found: crs ?? '' } } }
  const world = await surveyedWorld(place)
  const { start, input } = await peeked(source)
  const kind = kindOf(start, file)
  try {
    if (kind === 'table') return await table(input, output, tell, job, world, system)
    if (kind === 'whole') return await wholeFile(input, output, tell, job, world)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return { problem: { code: 'batch-unread', params: { file, why: batchText(error.said) } } }
  }
  return runBatch(input, output, { world, context, defaults, lang, csv, ...(firstLine === undefined ? {} : { firstLine }), ...(crs === undefined ? {} : { system }) })
}
