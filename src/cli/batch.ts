/**
 * Questions in, answers out, one per line, in order. Holds one chunk of input and a quarter of a megabyte of output at
 * most, and waits when the reader of the answers is slow.
 */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { ask } from '../core/ask'
import type { World } from '../core/model'
import { answerLine, errorLine } from '../extract/machine'
import type { Lang, Said } from '../formats/say'
import { withEia } from './eia'
import { readQuestion, type Context, type QuestionId, type Raw } from './question'
import { sentence } from './sentence'

export interface BatchOptions {
  world: World
  context: Context
  /** Fields for every line that does not give them. */
  defaults: Raw
  lang: Lang
}

const LONGEST_LINE = 1_000_000 // characters; a question with every zone is 10 000
const FLUSH_AT = 1 << 18 // characters

interface Line {
  no: number
  text: string
  tooLong: boolean
}

/** Lines of a stream, grouped by the chunk that completed them. An overlong line is cut, so that memory stays bounded. */
async function* linesOf(input: Readable): AsyncGenerator<Line[]> {
  let rest = ''
  let no = 0
  let tooLong = false
  const take = (text: string): Line => {
    const line = { no: ++no, text: text.replace(/\r$/, ''), tooLong: tooLong || text.length > LONGEST_LINE }
    tooLong = false
    return line
  }
  for await (const chunk of input.setEncoding('utf8')) {
    const pieces = `${rest}${String(chunk)}`.split('\n')
    rest = pieces.pop() ?? ''
    yield pieces.map(take)
    if (rest.length > LONGEST_LINE) [rest, tooLong] = ['', true]
  }
  if (rest !== '' || tooLong) yield [take(rest)]
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One line → one line, and whether it was answered. */
function answerOne({ no, text, tooLong }: Line, { world, context, defaults, lang }: BatchOptions): { line: string; ok: boolean } {
  const refuse = (problem: Said, id?: QuestionId) => ({ ok: false, line: errorLine({ ...(id === undefined ? {} : { id }), line: no, error: sentence(problem, lang) }) })
  if (tooLong) return refuse({ code: 'line-length', params: { longest: LONGEST_LINE } })
  const value = parse(text)
  if (!isRecord(value)) return refuse({ code: 'expected-object', params: { found: text.length > 60 ? `${text.slice(0, 60)}…` : text } })
  const checked = readQuestion({ ...defaults, ...value }, context)
  if (!checked.ok) return refuse(checked.problem, checked.id)
  const { id, subject, question, eia } = checked.asked
  const answer = withEia(ask(subject, question, world), eia, context.eia)
  return { ok: true, line: answerLine(id === undefined ? answer : { id, ...answer }) }
}

async function write(output: Writable, text: string): Promise<void> {
  if (text !== '' && !output.write(text)) await once(output, 'drain')
}

/** Answers every line that is not blank. Resolves to how many were answered and how many refused. */
export async function runBatch(input: Readable, output: Writable, options: BatchOptions): Promise<{ answered: number; refused: number }> {
  const count = { answered: 0, refused: 0 }
  for await (const lines of linesOf(input)) {
    let text = ''
    for (const line of lines) {
      const plain = line.no === 1 ? { ...line, text: line.text.replace(/^\uFEFF/, '') } : line
      if (plain.text.trim() === '' && !plain.tooLong) continue
      const answer = answerOne(plain, options)
      count[answer.ok ? 'answered' : 'refused'] += 1
      text += `${answer.line}\n`
      if (text.length < FLUSH_AT) continue
      await write(output, text)
      text = ''
    }
    await write(output, text)
  }
  return count
}
