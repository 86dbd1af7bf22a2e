/** What one would have to find out to be surer, merged so that each question is put once. */
import { DISTRICT, type Catalogue } from './catalogue'
import { STRENGTH } from './membership'
import type { Doubt, RuleHit, ToVerify, Verdict } from './model'
import type { Place } from './place'
import { isDoubtful, rankIn, rankOf, suretyIn, suretyOf, type Weighed, type Weight } from './verdict'

/** Which hits are worth a question. */
interface Bars {
  /** A fact, a term or a document could make more certain what asks for a rank above this. */
  readonly wording: number
  /** A line or an unpublished zone could raise what holds as drawn, or, of what does so, make it certain. */
  readonly zone: number
}

const isUnpublished = (hit: RuleHit) => hit.is === 'unmapped' || hit.is === 'failed'

const asDrawnSurety = suretyOf('asDrawn')

/** The doubts about standing come first; the others are about wording. */
const isOfZone = (doubt: Doubt | undefined) => doubt === 'near-line' || doubt === 'envelope' || doubt === 'unmapped' || doubt === 'failed'

/** The zone whose line or publication would settle this one: the origin of what was taken over; undefined where nothing is open. */
function openZone({ tables }: Catalogue, { states, force }: Place, zone: number): string | undefined {
  const state = states[zone]
  const strength = force[zone] ?? 0
  if (!state || strength === STRENGTH.outside || strength === STRENGTH.inside) return undefined
  return strength < state.strength ? DISTRICT : (state.via ?? tables.zoneIds[zone])
}

/** The rules behind each question of one kind, by its subject. */
type Questions = Map<string, string[]>

/** Adds a rule to the question about a subject. All additions of one rule come together. */
function add(questions: Questions, subject: string, rule: string): void {
  const rules = questions.get(subject)
  if (rules === undefined) questions.set(subject, [rule])
  else if (rules[rules.length - 1] !== rule) rules.push(rule)
}

/** All questions of one answer, by kind. */
interface Open {
  readonly facts: Questions
  readonly zones: Questions
  readonly terms: Questions
  readonly documents: Questions
}

function addZones({ zones }: Open, catalogue: Catalogue, place: Place, hit: RuleHit): void {
  for (const number of catalogue.rules.get(hit.id)?.zones ?? []) {
    const zone = openZone(catalogue, place, number)
    if (zone !== undefined) add(zones, zone, hit.id)
  }
}

function addWording({ facts, terms, documents }: Open, catalogue: Catalogue, hit: RuleHit): void {
  if (hit.needs) for (const param of hit.needs) add(facts, param, hit.id)
  if (hit.term === 'ended') add(terms, '', hit.id)
  if (!hit.doubts.includes('by-reference')) return
  for (const document of catalogue.rules.get(hit.id)?.rule.delegatesTo ?? []) add(documents, document, hit.id)
}

/** The questions as they are put: facts first, then zones, terms and documents. */
function putAll({ facts, zones, terms, documents }: Open, catalogue: Catalogue): ToVerify[] {
  const all: ToVerify[] = []
  for (const [param, rules] of facts) all.push({ kind: 'fact', param, rules })
  for (const [zone, rules] of zones) all.push({ kind: 'zone', zone, office: catalogue.zones.get(zone)?.office ?? '', rules })
  for (const rules of terms.values()) all.push({ kind: 'term', rules })
  for (const [document, rules] of documents) all.push({ kind: 'document', document, rules })
  return all
}

const isWorth = (weight: Weight, bars: Bars | null): boolean => (bars ? rankIn(weight) > bars.wording : suretyIn(weight) > 0)

/** Of what is worth a question of wording. */
function isZoneWorth(hit: RuleHit, weight: Weight, bars: Bars | null): boolean {
  if (!bars) return isUnpublished(hit)
  return suretyIn(weight) === asDrawnSurety || rankIn(weight) > bars.zone
}

/** What could change the answer: facts, zones, terms and documents. */
function addDoubts(open: Open, catalogue: Catalogue, place: Place, { hits, weights }: Weighed, bars: Bars | null): void {
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0
    const hit = isDoubtful(weight) && isWorth(weight, bars) ? hits[at] : undefined
    if (!hit) continue
    addWording(open, catalogue, hit)
    if (isOfZone(hit.doubts[0]) && isZoneWorth(hit, weight, bars)) addZones(open, catalogue, place, hit)
  }
}

/** Facts that decide which of the milder rules hold: they do not change the verdict, but what it asks for. */
function addFacts({ facts }: Open, { hits, weights }: Weighed): void {
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0
    const hit = isDoubtful(weight) && rankIn(weight) > 0 ? hits[at] : undefined
    if (hit?.needs) for (const param of hit.needs) if (facts.get(param)?.includes(hit.id) !== true) add(facts, param, hit.id)
  }
}

/**
 * The open questions: facts first, those that could change the verdict before those that only tell which milder rules
 * hold; then zones, terms and documents, where they could change it.
 * Without a project (`verdict` null): the unpublished zones that have rules, terms and documents.
 */
export function toVerifyFor(catalogue: Catalogue, place: Place, weighed: Weighed, verdict: Verdict | null): ToVerify[] {
  const open: Open = { facts: new Map(), zones: new Map(), terms: new Map(), documents: new Map() }
  // Where all three agree nothing could be surer.
  const isSettled = verdict !== null && verdict.certain === verdict.possible
  if (!isSettled) addDoubts(open, catalogue, place, weighed, verdict && { wording: rankOf(verdict.certain), zone: rankOf(verdict.asDrawn) })
  if (verdict !== null) addFacts(open, weighed)
  return putAll(open, catalogue)
}
