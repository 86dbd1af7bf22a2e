/**
 * The extract: one plain object from which page, print and files are rendered, so that they can never disagree. It holds
 * the question, so that anyone can ask it again, and the words, so that it can be read without the page.
 */
import type { Catalogue } from '../core/catalogue'
import type { Answer, Facts, Finding, KnownZones, ParcelMeasures, Question, Release, RuleHit, Subject, ToVerify, Verdict, World } from '../core/model'
import { SLIVER } from '../core/sliver'
import type { RuleTexts } from '../core/rule-text'
import type { RuleClass, Text } from '../core/seed-types'
import type { Near } from '../core/survey'
import type { Dimension } from './dimension'
import { rounded, roundedMeasures, roundedOverlap } from './figures'
import { labelsOf, type Labels } from './labels'
import { extractRule } from './rules'

export const SCHEMA = 'one-map-extract/1'

/** How far around a parcel an extract tells what is near, metres. */
export const NEAR_M = 5000

export interface ExtractQuestion {
  subject: Subject
  on: string
  /** Empty when nobody asked to build anything. */
  project: readonly string[]
  facts: Facts
  known: KnownZones
  /** All when absent. */
  sources?: readonly string[]
}

export interface ExtractRule extends RuleHit {
  class: RuleClass
  dimension: Dimension
  /** Id of the document; the rest is in `labels.documents`. */
  source: string
  /** Title of the document, as printed. */
  document: string
  /** Headings as printed; of a statute our own theme. */
  chapter: string
  section: string | null
  /** Of a statute. */
  article?: number
  title: Text
  /** Verbatim; of a statute our own wording. */
  quote: string
  /** Of a statute: the wording in both languages. */
  wording?: Text
  /** Start of the quote in the text of the source, UTF-16 units from 0; null where the text is not ours to count in. */
  offset: number | null
}

export interface ExtractNear {
  zone: string
  /** Whole metres from the parcel to the drawn zone, 0 where they touch. */
  distanceM: number
  sigmaM: number
}

export interface Extract {
  schema: typeof SCHEMA
  question: ExtractQuestion
  release: Release
  measures?: ParcelMeasures
  /** One for every zone, in catalogue order. */
  findings: Finding[]
  rules: ExtractRule[]
  /** Null when no project was asked about. */
  verdict: Verdict | null
  toVerify: ToVerify[]
  conflicts: { id: string; title: Text; why: Text; rules: string[] }[]
  /** Zones within `NEAR_M`, nearest first; empty for other subjects than parcels. */
  near: ExtractNear[]
  /** By zone id. */
  names: Record<string, Text>
  labels: Labels
  /** Below these numbers an overlap is shown but counts as possible only. */
  slivers: { areaM2: number; widthM: number; lengthM: number }
}

/** What an extract of this subject tells of its surroundings: the `near` of `extractOf`. */
export const nearOf = (subject: Subject, { overlay }: World): Near[] => (subject.kind === 'parcel' && overlay ? overlay.near(subject.parcel, NEAR_M) : [])

function questionOf(subject: Subject, { on, project = [], facts = {}, known = {}, sources }: Question): ExtractQuestion {
  return { subject, on, project, facts, known, ...(sources === undefined ? {} : { sources }) }
}

const findingOf = (finding: Finding): Finding => (finding.overlap ? { ...finding, overlap: roundedOverlap(finding.overlap) } : finding)

function conflictsOf(answer: Answer, { conflicts }: Catalogue): Extract['conflicts'] {
  return answer.conflicts.flatMap(({ id, rules }) => {
    const conflict = conflicts.get(id)
    return conflict === undefined ? [] : [{ id, title: conflict.title, why: conflict.why, rules }]
  })
}

/**
 * The extract of an answer. `near`: what `nearOf` gives. Throws where the words of a rule are not there: an extract
 * without them would not be one.
 */
export function extractOf(answer: Answer, question: Question, { catalogue }: World, texts: RuleTexts, near: readonly Near[]): Extract {
  const { subject, release, measures, verdict, toVerify } = answer
  return {
    schema: SCHEMA,
    question: questionOf(subject, question),
    release,
    ...(measures && { measures: roundedMeasures(measures) }),
    findings: answer.findings.map(findingOf),
    rules: answer.rules.map((hit) => extractRule(hit, catalogue, texts)),
    verdict,
    toVerify,
    conflicts: conflictsOf(answer, catalogue),
    near: near.map(({ zone, distanceM, sigmaM }) => ({ zone, distanceM: rounded(distanceM, 0), sigmaM })),
    names: Object.fromEntries(answer.findings.map(({ zone }) => [zone, catalogue.zones.get(zone)?.name ?? { zh: zone, en: zone }])),
    labels: labelsOf(answer, question, catalogue),
    slivers: { ...SLIVER },
  }
}
