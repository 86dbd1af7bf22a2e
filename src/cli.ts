/** `npm run -s ask`: the same engine as the page, at a terminal. Exit codes: see `help.en.txt`. */
import { once } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { readArguments, type Command } from './cli/arguments'
import { withEia } from './cli/eia'
import { askParcels } from './cli/parcel'
import { readQuestion, type Asked, type Context } from './cli/question'
import { report } from './cli/report'
import { sentence } from './cli/sentence'
import { saveExtract } from './cli/extract'
import { verifyFile } from './cli/verify'
import { loadPlace, MissingData, type Place } from './cli/world'
import { ask } from './core/ask'
import { answerLine } from './extract/machine'
import type { Lang, Said } from './formats/say'

const ROOT = join(import.meta.dirname, '..')

const EXIT = { ok: 0, someRefused: 1, badInput: 2, noData: 3, differs: 4 } as const

/** Today where the question is asked, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date()
  return [String(now.getFullYear()).padStart(4, '0'), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function refuse(problem: Said, lang: Lang): number {
  process.stderr.write(`${sentence(problem, lang)}\n`)
  return EXIT.badInput
}

const contextOf = ({ world, eia, near }: Place): Context => ({ catalogue: world.catalogue, eia, near, today: today() })

function help(langs: readonly Lang[]): number {
  process.stdout.write(langs.map((lang) => readFileSync(join(import.meta.dirname, 'cli', `help.${lang}.txt`), 'utf8')).join('\n'))
  return EXIT.ok
}

const columns = (): number => Math.min(process.stdout.columns ?? 96, 110)

async function answerAsked({ subject, question, eia, read }: Asked, place: Place, { json, extract, lang }: Extract<Command, { do: 'ask' }>): Promise<number> {
  const answer = withEia(ask(subject, question, place.world), eia, place.eia)
  process.stdout.write(json ? `${answerLine(answer)}\n` : report({ answer, question, place, lang, width: columns(), ...(read ? { read } : {}) }))
  if (extract === undefined) return EXIT.ok
  const saved = await saveExtract(answer, question, place.world, place, extract)
  if (!saved.ok) return refuse(saved.problem, lang)
  process.stderr.write(`${sentence(saved.said, lang)}\n`)
  return EXIT.ok
}

async function askOnce(command: Extract<Command, { do: 'ask' }>): Promise<number> {
  const place = loadPlace(ROOT)
  const checked = readQuestion(command.raw, contextOf(place))
  return checked.ok ? answerAsked(checked.asked, place, command) : refuse(checked.problem, command.lang)
}

async function askOfParcels(command: Extract<Command, { do: 'parcel' }>): Promise<number> {
  const place = loadPlace(ROOT)
  const { out, err, answered } = await askParcels(place, contextOf(place), { ...command, width: columns() })
  process.stdout.write(out)
  for (const line of err) process.stderr.write(`${line}\n`)
  return { all: EXIT.ok, some: EXIT.someRefused, none: EXIT.badInput }[answered]
}

async function verify({ file, lang }: Extract<Command, { do: 'verify' }>): Promise<number> {
  const input = await open(file).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
  if (input instanceof Error) return refuse({ code: 'no-file', params: { file, why: input.message } }, lang)
  const { lines, found } = await verifyFile(await text(input), loadPlace(ROOT), lang)
  const target = found === 'unreadable' ? process.stderr : process.stdout
  target.write(lines.map((line) => `${line}\n`).join(''))
  return { same: EXIT.ok, differs: EXIT.differs, unreadable: EXIT.badInput }[found]
}

/** Opens a file for reading; `-` is standard input. Rejects where it cannot be opened. */
async function open(file: string): Promise<Readable> {
  if (file === '-') return process.stdin
  const stream = createReadStream(file)
  await once(stream, 'ready')
  return stream
}

async function askBatch(command: Extract<Command, { do: 'batch' }>): Promise<number> {
  const { file, defaults, lang } = command
  const input = await open(file).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
  if (input instanceof Error) return refuse({ code: 'no-file', params: { file, why: input.message } }, lang)
  const place = loadPlace(ROOT)
  const common = readQuestion({ ...defaults, zones: [] }, contextOf(place))
  if (!common.ok) return refuse(common.problem, lang)
  const { batchOf } = await import('./cli/batch-kinds')
  const done = await batchOf(input, process.stdout, (text) => process.stderr.write(`${text}\n`), { place, context: contextOf(place), question: common.asked.question, eia: common.asked.eia, command })
  if ('problem' in done) return refuse(done.problem, lang)
  return done.refused === 0 ? EXIT.ok : EXIT.someRefused
}

async function run(command: Command): Promise<number> {
  switch (command.do) {
    case 'help':
      return help(command.langs)
    case 'refuse':
      return refuse(command.problem, command.lang)
    case 'ask':
      return askOnce(command)
    case 'parcel':
      return askOfParcels(command)
    case 'verify':
      return verify(command)
    case 'batch':
      return askBatch(command)
  }
}

async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2))
  try {
    process.exitCode = await run(command)
  } catch (error) {
    if (!(error instanceof MissingData) || command.do === 'help') throw error
    const params = { path: error.path, remedyZh: error.remedy.zh, remedyEn: error.remedy.en }
    process.stderr.write(`${sentence({ code: 'missing-data', params }, command.lang)}\n`)
    process.exitCode = EXIT.noData
  }
}

// The reader of a pipe may leave early (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})

await main()
