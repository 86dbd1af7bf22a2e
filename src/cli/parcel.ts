/** `--parcel`: the parcels of files, each asked about and answered for itself. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ask, QuestionError } from '../core/ask'
import type { Answer, World } from '../core/model'
import { answerLine } from '../extract/machine'
import type { ParcelFile, ParcelsRead, ReadParcel } from '../formats/parcels'
import type { Lang, Said } from '../formats/say'
import { withEia } from './eia'
import { numbered, saveExtract } from './extract'
import { readQuestion, type Asked, type Context, type Raw } from './question'
import { report } from './report'
import { sayIn, sentence } from './sentence'
import { surveyedWorld, type Place } from './world'

export interface ParcelInput {
  files: readonly string[]
  /** The question but for its place. */
  raw: Raw
  json: boolean
  /** File to save the extracts to. */
  extract?: string
  lang: Lang
  /** Columns of the terminal. */
  width: number
}

export interface ParcelOutput {
  /** Answers, ending with a line end. */
  out: string
  /** What could not be read or answered, and what was saved; a sentence each. */
  err: string[]
  /** `some`: at least one parcel was answered and one was not. */
  answered: 'all' | 'some' | 'none'
}

const refused = (problem: Said, lang: Lang): ParcelOutput => ({ out: '', err: [sentence(problem, lang)], answered: 'none' })

function readFile(path: string): ParcelFile | Said {
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) }
  } catch (error) {
    return { code: 'no-file', params: { file: path, why: error instanceof Error ? error.message : String(error) } }
  }
}

/** Names the lists of a file and reads KML, for which Node has no parser of its own. */
async function readParcels(files: readonly ParcelFile[], { near }: Place, lang: Lang): Promise<{ read: ParcelsRead; say: (said: Said) => string }> {
  const { parcelSentence, readParcelFiles } = await import('../formats/parcels')
  const { DOMParser } = await import('@xmldom/xmldom')
  // The two documents have in common what a reader of KML asks for.
  const parseXml = (text: string) => new DOMParser().parseFromString(text, 'text/xml') as unknown as Document
  return { read: await readParcelFiles(files, { near, lang, parseXml }), say: (said) => parcelSentence(said, lang) }
}

interface Run {
  place: Place
  world: World
  asked: Asked
  input: ParcelInput
}

interface One {
  out: string
  err: string[]
  ok: boolean
}

/** How the parcel was read, what was noted, and the other ways to read it. */
function toldOf({ reading, notes, alternatives }: ReadParcel, say: (said: Said) => string, lang: Lang): string[] {
  const words = sayIn(lang)
  return [words('parcel.read', { how: say(reading) }), ...notes.map(say), ...alternatives.map(({ reading }) => words('parcel.other', { how: say(reading) }))]
}

async function answerOne(read: ReadParcel, told: readonly string[], file: string | undefined, { place, world, asked, input }: Run): Promise<One> {
  const { lang, json, width } = input
  let answer: Answer
  try {
    answer = withEia(ask({ kind: 'parcel', parcel: read.parcel }, asked.question, world), asked.eia, place.eia)
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { out: '', err: [sentence({ code: 'parcel-refused', params: { name: read.parcel.name, why: error.message } }, lang)], ok: false }
  }
  const out = json ? `${answerLine(answer)}\n` : report({ answer, question: asked.question, place, lang, width, told })
  if (file === undefined) return { out, err: [], ok: true }
  const saved = await saveExtract(answer, asked.question, world, place, file)
  return { out, err: [sentence(saved.ok ? saved.said : saved.problem, lang)], ok: saved.ok }
}

/** Answers for every parcel that can be read. Nothing is asked when a file is missing or the question is wrong. */
export async function askParcels(place: Place, context: Context, input: ParcelInput): Promise<ParcelOutput> {
  const { lang } = input
  const checked = readQuestion({ ...input.raw, zones: [] }, context)
  if (!checked.ok) return refused(checked.problem, lang)
  const files = input.files.map(readFile)
  const missing = files.find((file) => 'code' in file)
  if (missing !== undefined && 'code' in missing) return refused(missing, lang)
  const { read, say } = await readParcels(files.flatMap((file) => ('code' in file ? [] : [file])), place, lang)
  const problems = read.problems.map(say)
  if (read.parcels.length === 0) return problems.length === 0 ? refused({ code: 'no-parcel', params: { files: input.files.join(', ') } }, lang) : { out: '', err: problems, answered: 'none' }
  const run: Run = { place, world: await surveyedWorld(place), asked: checked.asked, input }
  const ones: One[] = []
  for (const [i, parcel] of read.parcels.entries()) {
    const file = input.extract === undefined ? undefined : numbered(input.extract, i + 1, read.parcels.length)
    ones.push(await answerOne(parcel, toldOf(parcel, say, lang), file, run))
  }
  const all = ones.every(({ ok }) => ok) && problems.length === 0
  const some = ones.some(({ ok }) => ok)
  return { out: ones.map(({ out }) => out).filter(Boolean).join(input.json ? '' : '\n\n'), err: [...problems, ...ones.flatMap(({ err }) => err)], answered: all ? 'all' : some ? 'some' : 'none' }
}
