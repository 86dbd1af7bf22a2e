/** Two extracts side by side: what was asked, versions, rules, zones, verdict. */
import { canonical } from './canonical'
import type { Extent, Finding, Release, VerdictWord } from '../core/model'
import type { Extract, ExtractQuestion, ExtractRule } from './extract'

export interface RuleChange {
  from: ExtractRule
  to: ExtractRule
}

export interface ZoneChange {
  zone: string
  /** Absent where the zone is in one of the two only. */
  from?: Finding
  to?: Finding
  /** What of it differs. */
  changed: ('is' | 'area' | 'length' | 'distance' | 'other')[]
}

export interface ExtractDiff {
  /** Fields of the question that differ; with any, the two are answers to different questions. */
  question: (keyof ExtractQuestion)[]
  release: { part: keyof Release; from: string; to: string }[]
  measures: { unit: 'areaM2' | 'lengthM'; from: number | undefined; to: number | undefined }[]
  rules: {
    added: ExtractRule[]
    removed: ExtractRule[]
    /** Title, words or their place differ. */
    reworded: RuleChange[]
    /** The same words count otherwise: certainty, term, zone, what they ask for. */
    recounted: RuleChange[]
  }
  zones: ZoneChange[]
  /** Empty where both have the same, or none. */
  verdict: { part: 'certain' | 'asDrawn' | 'possible'; from: VerdictWord | null; to: VerdictWord | null }[]
  /** What else differs: names of fields. */
  other: ('toVerify' | 'conflicts' | 'near' | 'names' | 'labels' | 'slivers' | 'decidedBy' | 'order' | 'fields')[]
  same: boolean
}

const differ = (a: unknown, b: unknown): boolean => canonical(a ?? null) !== canonical(b ?? null)

const QUESTION = ['subject', 'on', 'project', 'facts', 'known', 'sources'] as const
const RELEASE = ['data', 'rules', 'engine'] as const
const VERDICT = ['certain', 'asDrawn', 'possible'] as const
const OTHER = ['toVerify', 'conflicts', 'near', 'names', 'labels', 'slivers'] as const
const WORDS = ['source', 'document', 'chapter', 'section', 'article', 'title', 'quote', 'wording', 'offset'] as const

const wordsOf = (rule: ExtractRule) => WORDS.map((field) => rule[field] ?? null)

function ruleChanges(a: Extract, b: Extract): ExtractDiff['rules'] {
  const [before, after] = [new Map(a.rules.map((rule) => [rule.id, rule])), new Map(b.rules.map((rule) => [rule.id, rule]))]
  const both = a.rules.flatMap((from) => {
    const to = after.get(from.id)
    return to === undefined || !differ(from, to) ? [] : [{ from, to, reworded: differ(wordsOf(from), wordsOf(to)) }]
  })
  const pick = (wanted: boolean) => both.filter(({ reworded }) => reworded === wanted).map(({ from, to }) => ({ from, to }))
  return {
    added: b.rules.filter(({ id }) => !before.has(id)),
    removed: a.rules.filter(({ id }) => !after.has(id)),
    reworded: pick(true),
    recounted: pick(false),
  }
}

const extents = ({ overlap }: Finding, unit: 'areaM2' | 'lengthM'): Extent | undefined => overlap?.[unit]

function changedIn(from: Finding, to: Finding): ZoneChange['changed'] {
  const changed: ZoneChange['changed'] = []
  if (from.is !== to.is) changed.push('is')
  if (differ(extents(from, 'areaM2'), extents(to, 'areaM2'))) changed.push('area')
  if (differ(extents(from, 'lengthM'), extents(to, 'lengthM'))) changed.push('length')
  if (from.distanceM !== to.distanceM) changed.push('distance')
  return changed.length === 0 && differ(from, to) ? ['other'] : changed
}

function zoneChanges(a: Extract, b: Extract): ZoneChange[] {
  const after = new Map(b.findings.map((finding) => [finding.zone, finding]))
  const before = new Set(a.findings.map(({ zone }) => zone))
  const kept = a.findings.flatMap((from): ZoneChange[] => {
    const to = after.get(from.zone)
    if (to === undefined) return [{ zone: from.zone, from, changed: ['is'] }]
    const changed = changedIn(from, to)
    return changed.length === 0 ? [] : [{ zone: from.zone, from, to, changed }]
  })
  return [...kept, ...b.findings.filter(({ zone }) => !before.has(zone)).map((to): ZoneChange => ({ zone: to.zone, to, changed: ['is'] }))]
}

function verdictChanges({ verdict: a }: Extract, { verdict: b }: Extract): ExtractDiff['verdict'] {
  return VERDICT.map((part) => ({ part, from: a?.[part] ?? null, to: b?.[part] ?? null })).filter(({ from, to }) => from !== to)
}

function otherChanges(a: Extract, b: Extract): ExtractDiff['other'] {
  const fields: ExtractDiff['other'] = OTHER.filter((field) => differ(a[field], b[field]))
  if (differ(a.verdict?.decidedBy, b.verdict?.decidedBy)) fields.push('decidedBy')
  const ids = (extract: Extract) => [extract.rules.map(({ id }) => id), extract.findings.map(({ zone }) => zone)]
  if (differ(ids(a).map((list) => list.toSorted()), ids(b).map((list) => list.toSorted()))) return fields
  return differ(ids(a), ids(b)) ? [...fields, 'order'] : fields
}

function measureChanges({ measures: a }: Extract, { measures: b }: Extract): ExtractDiff['measures'] {
  return (['areaM2', 'lengthM'] as const).map((unit) => ({ unit, from: a?.[unit], to: b?.[unit] })).filter(({ from, to }) => from !== to)
}

const isEmpty = ({ question, release, measures, rules, zones, verdict, other }: Omit<ExtractDiff, 'same'>): boolean =>
  [question, release, measures, rules.added, rules.removed, rules.reworded, rules.recounted, zones, verdict, other].every(({ length }) => length === 0)

/** From `a`, the older, to `b`. */
export function diffExtracts(a: Extract, b: Extract): ExtractDiff {
  const diff: Omit<ExtractDiff, 'same'> = {
    question: QUESTION.filter((field) => differ(a.question[field], b.question[field])),
    release: RELEASE.map((part) => ({ part, from: a.release[part], to: b.release[part] })).filter(({ from, to }) => from !== to),
    measures: measureChanges(a, b),
    rules: ruleChanges(a, b),
    zones: zoneChanges(a, b),
    verdict: verdictChanges(a, b),
    other: otherChanges(a, b),
  }
  const same = !differ(a, b)
  // A field this version does not know.
  return !same && isEmpty(diff) ? { ...diff, other: ['fields'], same } : { ...diff, same }
}
