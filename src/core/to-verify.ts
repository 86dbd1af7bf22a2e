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

/** Questions of one kind, each once. */
class Questions<T extends ToVerify> {
  private readonly bySubject = new Map<string, T>()

  /** Adds a rule to the question about `subject`, which `first` puts. All additions of one rule come together. */
  add(subject: string, rule: string, first: (subject: string) => T): void {
    const question = this.bySubject.get(subject) ?? first(subject)
    if (question.rules.length === 0) this.bySubject.set(subject, question)
    if (question.rules.at(-1) !== rule) question.rules.push(rule)
  }

  all(): T[] {
    return [...this.bySubject.values()]
  }
}

type Kind<K extends ToVerify['kind']> = Extract<ToVerify, { kind: K }>

/** All questions of one answer. */
class Open {
  readonly facts = new Questions<Kind<'fact'>>()
  readonly zones = new Questions<Kind<'zone'>>()
  readonly terms = new Questions<Kind<'term'>>()
  readonly documents = new Questions<Kind<'document'>>()

  all(): ToVerify[] {
    return [...this.facts.all(), ...this.zones.all(), ...this.terms.all(), ...this.documents.all()]
  }
}

function addZones(open: Open, catalogue: Catalogue, place: Place, hit: RuleHit): void {
  for (const number of catalogue.rules.get(hit.id)?.zones ?? []) {
    const zone = openZone(catalogue, place, number)
    if (zone !== undefined) open.zones.add(zone, hit.id, (id) => ({ kind: 'zone', zone: id, office: catalogue.zones.get(id)?.office ?? '', rules: [] }))
  }
}

function addWording(open: Open, catalogue: Catalogue, hit: RuleHit): void {
  for (const param of hit.needs ?? []) open.facts.add(param, hit.id, () => ({ kind: 'fact', param, rules: [] }))
  if (hit.doubts.includes('term-ended')) open.terms.add('', hit.id, () => ({ kind: 'term', rules: [] }))
  if (!hit.doubts.includes('by-reference')) return
  for (const document of catalogue.rules.get(hit.id)?.rule.delegatesTo ?? []) {
    open.documents.add(document, hit.id, () => ({ kind: 'document', document, rules: [] }))
  }
}

const isWorth = (weight: Weight, bars: Bars | null): boolean => (bars ? rankIn(weight) > bars.wording : suretyIn(weight) > 0)

/** Of what is worth a question of wording. */
function isZoneWorth(hit: RuleHit, weight: Weight, bars: Bars | null): boolean {
  if (!bars) return isUnpublished(hit)
  return suretyIn(weight) === asDrawnSurety || rankIn(weight) > bars.zone
}

/**
 * The open questions that could change the answer: facts first, then zones, terms and documents.
 * Without a project (`verdict` null): the unpublished zones that have rules, terms and documents.
 */
export function toVerifyFor(catalogue: Catalogue, place: Place, { hits, weights }: Weighed, verdict: Verdict | null): ToVerify[] {
  // All agree: nothing could be surer.
  if (verdict !== null && verdict.certain === verdict.possible) return []
  const bars = verdict && { wording: rankOf(verdict.certain), zone: rankOf(verdict.asDrawn) }
  const open = new Open()
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0
    const hit = isDoubtful(weight) && isWorth(weight, bars) ? hits[at] : undefined
    if (!hit) continue
    addWording(open, catalogue, hit)
    if (isOfZone(hit.doubts[0]) && isZoneWorth(hit, weight, bars)) addZones(open, catalogue, place, hit)
  }
  return open.all()
}
