/** The words behind `ask --` → what to do, or what is wrong with them. */
import { parseArgs } from 'node:util'
import type { Lang, Said } from '../formats/say'
import type { Raw } from './question'
import { nearest } from './suggest'

export type Command =
  | { do: 'help'; langs: readonly Lang[] }
  | { do: 'ask'; raw: Raw; json: boolean; lang: Lang }
  /** `defaults` hold for every line that does not say otherwise. */
  | { do: 'batch'; file: string; defaults: Raw; lang: Lang }
  | { do: 'refuse'; problem: Said; lang: Lang }

const FLAGS: readonly string[] = ['json', 'help']
const LISTS: readonly string[] = ['zones', 'project', 'sources']
const TEXTS: readonly string[] = ['facts', 'known', 'on', 'eia', 'batch', 'lang']
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
  const raw = rawOf(given, positionals)
  const file = given.get('batch')?.at(-1)
  if (file === undefined) return { do: 'ask', raw, json: given.has('json'), lang }
  const both = 'lonLat' in raw || 'zones' in raw
  return both ? { do: 'refuse', problem: { code: 'batch-and-subject', params: {} }, lang } : { do: 'batch', file, defaults: raw, lang }
}
