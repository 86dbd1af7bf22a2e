/** The words behind `ask --` → what to do, or what is wrong with them. */
import { parseArgs } from 'node:util'
import type { Lang, Said } from '../formats/say'
import type { Raw } from './question'
import { nearest } from './suggest'

/** What `--batch` alone takes. */
export interface BatchArguments {
  /** A table instead of whole answers. */
  csv?: true
  /** File of which this one is a part. */
  like?: string
  /** Titles of the columns of coordinates. */
  columns?: readonly string[]
  /** What is declared of the coordinates. */
  crs?: string
  firstLine?: number
}

export type Command =
  | { do: 'help'; langs: readonly Lang[] }
  /** `extract`: file to save the extract to. */
  | { do: 'ask'; raw: Raw; json: boolean; extract?: string; lang: Lang }
  | { do: 'parcel'; files: readonly string[]; raw: Raw; json: boolean; extract?: string; lang: Lang }
  | { do: 'verify'; file: string; lang: Lang }
  /** `defaults` hold for every line that does not say otherwise. */
  | ({ do: 'batch'; file: string; defaults: Raw; lang: Lang } & BatchArguments)
  | { do: 'refuse'; problem: Said; lang: Lang }

const FLAGS: readonly string[] = ['json', 'help', 'csv']
const LISTS: readonly string[] = ['zones', 'project', 'sources']
const TEXTS: readonly string[] = ['facts', 'known', 'on', 'eia', 'batch', 'parcel', 'extract', 'verify', 'lang', 'like', 'columns', 'crs', 'first-line']
const OPTIONS = [...FLAGS, ...LISTS, ...TEXTS]

const options = {
  ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' as const }])),
  ...Object.fromEntries([...LISTS, ...TEXTS].map((name) => [name, { type: 'string' as const, multiple: true }])),
  help: { type: 'boolean' as const, short: 'h' },
}

type Given = Map<string, string[]>

/** A minus before a digit starts a coordinate, not an option. */
const shield = (word: string): string => (/^-\.?\d/.test(word) ? ` ${word}` : word)

function collect(words: readonly string[]): { given: Given; positionals: string[]; problem: Said | null } {
  const { tokens = [] } = parseArgs({ args: words.map(shield), options, strict: false, allowPositionals: true, tokens: true })
  const given: Given = new Map()
  const positionals: string[] = []
  let problem: Said | null = null
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value.trim())
    if (token.kind !== 'option') continue
    problem ??= optionProblem(token.name, token.rawName, token.value)
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ''])
  }
  return { given, positionals, problem }
}

function optionProblem(name: string, rawName: string, value: string | undefined): Said | null {
  if (!OPTIONS.includes(name)) {
    const near = nearest(name, OPTIONS.map((id) => ({ id, name: { zh: `--${id}`, en: `--${id}` } }))).map(({ id }) => `--${id}`)
    return near.length === 0 ? { code: 'unknown-option', params: { found: rawName } } : { code: 'unknown-option-near', params: { found: rawName, near: near.join(', ') } }
  }
  if (FLAGS.includes(name)) return value === undefined ? null : { code: 'flag-value', params: { option: rawName, found: value } }
  return value === undefined || value.startsWith('--') ? { code: 'option-value', params: { option: rawName } } : null
}

const splitList = (values: readonly string[]): string[] =>
  values.flatMap((value) => value.split(/[,，、]/)).map((id) => id.trim()).filter((id) => id !== '')

/** Facts as an object; what JSON cannot read comes back as text, and the check of the question says so. */
function readFacts(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `zone=inside,zone=outside` as an object; what is not written so comes back as text, and the check of the question says so. */
function readKnown(values: readonly string[]): unknown {
  const pairs = splitList(values).map((pair) => pair.split('=').map((part) => part.trim()))
  return pairs.every((pair) => pair.length === 2) ? Object.fromEntries(pairs) : values.join(',')
}

function rawOf(given: Given, positionals: readonly string[]): Raw {
  const lists = LISTS.flatMap((name) => (given.has(name) ? [[name, splitList(given.get(name) ?? [])]] : []))
  const on = given.get('on')?.at(-1)
  const facts = given.get('facts')?.at(-1)
  const known = given.get('known')
  const eia = given.get('eia')?.at(-1)
  return {
    ...Object.fromEntries(lists),
    ...(positionals.length === 0 ? {} : { lonLat: positionals.join(' ') }),
    ...(on === undefined ? {} : { on }),
    ...(facts === undefined ? {} : { facts: readFacts(facts) }),
    ...(known === undefined ? {} : { known: readKnown(known) }),
    ...(eia === undefined ? {} : { eia }),
  }
}

/** Reads the words. Never throws. */
export function readArguments(words: readonly string[]): Command {
  const { given, positionals, problem } = collect(words)
  const asked = given.get('lang')?.at(-1)
  const lang: Lang = asked === 'en' ? 'en' : 'zh'
  if (problem) return { do: 'refuse', problem, lang }
  if (asked !== undefined && asked !== lang) return { do: 'refuse', problem: { code: 'expected-lang', params: { found: asked } }, lang }
  if (given.has('help')) return { do: 'help', langs: asked === undefined ? ['zh', 'en'] : [lang] }
  return commandOf(given, rawOf(given, positionals), lang)
}

/** Options that say what to do; two of them do not go together. */
const DOINGS = ['batch', 'parcel', 'verify'] as const

const BATCH_ONLY = ['csv', 'like', 'columns', 'crs', 'first-line'] as const

function batchArguments(given: Given): BatchArguments {
  const last = (name: string) => given.get(name)?.at(-1)
  const [like, crs, first] = [last('like'), last('crs'), last('first-line')]
  return {
    ...(given.has('csv') ? { csv: true } : {}),
    ...(like === undefined ? {} : { like }),
    ...(given.has('columns') ? { columns: splitList(given.get('columns') ?? []) } : {}),
    ...(crs === undefined ? {} : { crs }),
    ...(first === undefined ? {} : { firstLine: Number(first) }),
  }
}

/** What belongs to a batch, and is no number where it must be one. */
function batchProblem(given: Given): Said | null {
  const stray = BATCH_ONLY.find((name) => given.has(name))
  if (stray !== undefined && !given.has('batch')) return { code: 'batch-only', params: { option: `--${stray}` } }
  const first = given.get('first-line')?.at(-1)
  return first === undefined || /^[1-9]\d{0,14}$/.test(first) ? null : { code: 'first-line', params: { found: first } }
}

function clash(given: Given, raw: Raw): Said | null {
  const [first, second] = DOINGS.filter((name) => given.has(name))
  if (first === undefined) return null
  if (second !== undefined) return { code: 'two-doings', params: { first: `--${first}`, second: `--${second}` } }
  if (first === 'verify') {
    const other = [...given.keys()].find((name) => name !== 'verify' && name !== 'lang')
    return other !== undefined || Object.keys(raw).length > 0 ? { code: 'verify-alone', params: {} } : null
  }
  if (first === 'batch' && given.has('extract')) return { code: 'batch-and-extract', params: {} }
  return 'lonLat' in raw || 'zones' in raw ? { code: `${first}-and-subject`, params: {} } : null
}

function commandOf(given: Given, raw: Raw, lang: Lang): Command {
  const problem = batchProblem(given) ?? clash(given, raw)
  if (problem) return { do: 'refuse', problem, lang }
  const last = (name: string) => given.get(name)?.at(-1)
  const [verify, batch, extract] = [last('verify'), last('batch'), last('extract')]
  if (verify !== undefined) return { do: 'verify', file: verify, lang }
  if (batch !== undefined) return { do: 'batch', file: batch, defaults: raw, lang, ...batchArguments(given) }
  const how = { raw, json: given.has('json'), ...(extract === undefined ? {} : { extract }), lang }
  const files = given.get('parcel')
  return files === undefined ? { do: 'ask', ...how } : { do: 'parcel', files, ...how }
}
