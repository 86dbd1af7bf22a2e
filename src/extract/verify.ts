/** Is an extract what this data, these rules and this engine say? It is asked again, and compared. */
import { ask, QuestionError } from '../core/ask'
import type { World } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import type { Text } from '../core/seed-types'
import { diffExtracts, type ExtractDiff, type ZoneChange } from './diff'
import { extractOf, nearOf, type Extract, type ExtractQuestion } from './extract'
import { extractHash } from './hash'
import { readExtract } from './read'
import { standingCode } from './phrases'
import { sayIn, type Params, type Told } from './words'

export type DifferenceKind =
  | 'tampered' // the content does not fit its own hash
  | 'data' // the places are of another release
  | 'rules' // the rules are of another release
  | 'engine' // the engine is another version
  | 'unexplained' // same releases, another answer: edited, or not made by this program
  | 'unanswerable' // the question cannot be asked of this world
  | 'value' // what follows from the above: a rule, a zone, the verdict

/** `code` and `params`: a sentence of `extract/words.json`. */
export interface Difference extends Told {
  kind: DifferenceKind
}

export type Verified = { same: true; hash: string } | { same: false; hash?: string; differences: Difference[]; diff?: ExtractDiff } | { unreadable: Told }

const KINDS = { data: 'data', rules: 'rules', engine: 'engine' } as const

const difference = (kind: DifferenceKind, code: string, params: Params = {}): Difference => ({ kind, code, params })
const value = (code: string, params: Params): Difference => difference('value', code, params)

const said = (code: string): Text => ({ zh: sayIn('zh')(code), en: sayIn('en')(code) })

/** What a file says in place of a word we know is told as it stands: it may say anything. */
function word(prefix: string, found: string | null, known: readonly string[]): Text | string {
  if (found === null) return said('none')
  return known.includes(found) ? said(`${prefix}.${found}`) : found
}

const VERDICTS = ['no-specific-rule', 'conditional', 'restricted', 'prohibited']
const STANDINGS = ['inside', 'likely', 'possible', 'envelope', 'outside', 'unmapped', 'failed']

const sizeIn = (from: number | undefined): string | Text => (from === undefined ? said('none') : String(from))

function zoneDifferences({ zone, from, to, changed }: ZoneChange, names: Extract['names']): Difference[] {
  const name = names[zone] ?? zone
  const standing = (finding: typeof from) => (finding === undefined ? said('none') : word('is', standingCode(finding).slice('is.'.length), STANDINGS))
  return changed.map((what) => {
    switch (what) {
      case 'is':
        return value('verify.standing', { name, from: standing(from), to: standing(to) })
      case 'area':
        return value('verify.area', { name, from: sizeIn(from?.overlap?.areaM2?.drawn), to: sizeIn(to?.overlap?.areaM2?.drawn) })
      case 'length':
        return value('verify.length', { name, from: sizeIn(from?.overlap?.lengthM?.drawn), to: sizeIn(to?.overlap?.lengthM?.drawn) })
      case 'distance':
        return value('verify.distance', { name, from: sizeIn(from?.distanceM), to: sizeIn(to?.distanceM) })
      case 'other':
        return value('verify.zone', { name })
    }
  })
}

function ruleDifferences({ rules }: ExtractDiff): Difference[] {
  return [
    ...rules.added.map(({ title, id }) => value('verify.added', { title, id })),
    ...rules.removed.map(({ title, id }) => value('verify.removed', { title, id })),
    ...rules.reworded.map(({ to }) => value('verify.reworded', { title: to.title, id: to.id })),
    ...rules.recounted.map(({ to }) => value('verify.recounted', { title: to.title, id: to.id })),
  ]
}

/** What a diff says, one sentence each: verdict, rules, zones, measures, the rest. */
export function sentencesOf(diff: ExtractDiff, names: Extract['names']): Difference[] {
  return [
    ...diff.verdict.map(({ part, from, to }) => value('verify.verdict', { part: said(`verdict.by.${part}`), from: word('verdict', from, VERDICTS), to: word('verdict', to, VERDICTS) })),
    ...ruleDifferences(diff),
    ...diff.zones.flatMap((change) => zoneDifferences(change, names)),
    ...diff.measures.map(({ unit, from, to }) => value(`verify.${unit}`, { from: sizeIn(from), to: sizeIn(to) })),
    ...diff.other.map((field) => value('verify.other', { field: said(`field.${field}`) })),
  ]
}

/** The same question asked here and now. Throws `QuestionError` where this world does not know what it names. */
function again({ subject, ...question }: ExtractQuestion, world: World, texts: RuleTexts): Extract {
  return extractOf(ask(subject, question, world), question, world, texts, nearOf(subject, world))
}

function whyOf(diff: ExtractDiff, isTampered: boolean): Difference[] {
  const releases = diff.release.map(({ part, from, to }) => difference(KINDS[part], `verify.release.${part}`, { from, to }))
  return releases.length > 0 || isTampered ? releases : [difference('unexplained', 'verify.unexplained')]
}

function compared(theirs: Extract, ours: Extract, hash: string, tampered: Difference[]): Verified {
  const diff = diffExtracts(theirs, ours)
  if (diff.same) return tampered.length === 0 ? { same: true, hash } : { same: false, hash, differences: tampered, diff }
  const values = sentencesOf(diff, { ...theirs.names, ...ours.names })
  return { same: false, hash, differences: [...tampered, ...whyOf(diff, tampered.length > 0), ...values], diff }
}

/** Recomputes an extract file; `world` with its overlay, since it may be of a parcel. `hash`: of the content found, whatever the file says. Rejects with `NoHash` on an insecure origin. */
export async function verifyExtract(text: string, world: World, texts: RuleTexts): Promise<Verified> {
  const file = readExtract(text)
  if (!file.ok) return { unreadable: file.problem }
  const { extract, sha256 } = file.read
  const hash = await extractHash(extract)
  const tampered = sha256 === hash ? [] : [difference('tampered', sha256 === null ? 'verify.unsigned' : 'verify.tampered', { found: sha256 ?? '', expected: hash })]
  try {
    return compared(extract, again(extract.question, world, texts), hash, tampered)
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    const releases = (['data', 'rules', 'engine'] as const).filter((part) => extract.release[part] !== world.release[part])
    const why = releases.map((part) => difference(KINDS[part], `verify.release.${part}`, { from: extract.release[part], to: world.release[part] }))
    return { same: false, hash, differences: [...tampered, ...why, difference('unanswerable', 'verify.unanswerable', { why: error.message })] }
  }
}
