/** The one way of a question: subject, question and world in, answer out. Pure. */
import type { Catalogue } from './catalogue'
import { conflictsOf } from './conflicts'
import { findingsOf } from './findings'
import { gatherRules } from './gather'
import { settledBy } from './known'
import type { Answer, Facts, KnownZones, Parcel, Question, Subject, World } from './model'
import { placeAt, placeOf, placeOver, type Place } from './place'
import type { Survey } from './survey'
import { toVerifyFor } from './to-verify'
import { verdictOf } from './verdict'

/** The question itself is wrong: the message says what was expected and found. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError'
}

function expectKnown(known: ReadonlyMap<string, unknown>, ids: readonly string[], what: string): void {
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new QuestionError(`Expected ${what}, found "${unknown}". Look it up in the catalogue.`)
}

const typeOf = { number: 'number', boolean: 'boolean', choice: 'string' } as const

function checkFacts(facts: Facts, catalogue: Catalogue): void {
  expectKnown(catalogue.facts, Object.keys(facts), 'the id of a fact the rules ask for')
  for (const [id, value] of Object.entries(facts)) {
    const fact = catalogue.facts.get(id)
    if (!fact) continue
    const ofType = typeof value === typeOf[fact.type] && !Number.isNaN(value)
    const ofChoice = fact.choices === undefined || fact.choices.some((choice) => choice.id === value)
    if (!ofType) throw new QuestionError(`Expected a ${typeOf[fact.type]} for the fact "${id}", found ${JSON.stringify(value)}.`)
    if (!ofChoice) throw new QuestionError(`Expected one of ${fact.choices?.map((choice) => choice.id).join(', ')} for the fact "${id}", found "${String(value)}".`)
  }
}

const daysOf = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** True for a day of the calendar written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
}

function checkSubject(subject: Subject, catalogue: Catalogue): void {
  if (subject.kind === 'zones') return expectKnown(catalogue.zones, subject.zones, 'the id of a zone')
  if (subject.kind === 'parcel') return
  const [lon, lat] = subject.lonLat
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    throw new QuestionError(`Expected longitude within 180° and latitude within 90°, found ${lon}, ${lat}. Longitude comes first.`)
  }
}

function checkKnown(known: KnownZones, catalogue: Catalogue): void {
  expectKnown(catalogue.zones, Object.keys(known), 'the id of a zone')
  const odd = Object.entries(known).find(([, is]) => is !== 'inside' && is !== 'outside')
  if (odd) throw new QuestionError(`Expected inside or outside for the known zone "${odd[0]}", found ${JSON.stringify(odd[1])}.`)
}

function checkQuestion({ on, project, facts, sources, known }: Question, catalogue: Catalogue): void {
  if (!isIsoDate(on)) throw new QuestionError(`Expected a day as YYYY-MM-DD, found "${on}".`)
  expectKnown(catalogue.activities, project ?? [], 'the id of an activity')
  if (sources?.length === 0) throw new QuestionError('Expected at least one source, found none. Leave sources out to use all.')
  expectKnown(catalogue.sources, sources ?? [], 'the id of a source')
  if (facts) checkFacts(facts, catalogue)
  if (known) checkKnown(known, catalogue)
}

/** A parcel that cannot be measured is a question that cannot be. */
function surveyed(parcel: Parcel, { overlay }: World): Survey {
  if (!overlay) throw new QuestionError('Expected the overlay of the world for a parcel, found none. Build it and put it into the world.')
  try {
    return overlay.survey(parcel)
  } catch (error) {
    if (error instanceof RangeError) throw new QuestionError(error.message)
    throw error
  }
}

function placeFor(subject: Subject, question: Question, { catalogue, index }: World, survey: Survey | undefined): Place {
  const known = question.known && settledBy(catalogue, question.known)
  if (subject.kind === 'point') return placeAt(catalogue, index, subject.lonLat, known)
  return survey ? placeOver(catalogue, index, survey, known) : placeOf(catalogue, subject.kind === 'zones' ? subject.zones : [], known)
}

/**
 * Answers a question about a subject. The same input gives the same answer anywhere and at any time.
 * Throws `QuestionError` when the question names something that does not exist or cannot be.
 */
export function ask(subject: Subject, question: Question, world: World): Answer {
  const { catalogue, release } = world
  checkSubject(subject, catalogue)
  checkQuestion(question, catalogue)
  const survey = subject.kind === 'parcel' ? surveyed(subject.parcel, world) : undefined
  const place = placeFor(subject, question, world, survey)
  const gathered = gatherRules(catalogue, place, question)
  const verdict = (question.project ?? []).length > 0 ? verdictOf(gathered) : null
  return {
    subject,
    on: question.on,
    release,
    ...(survey ? { measures: survey.measures } : {}),
    findings: findingsOf(catalogue, place),
    rules: gathered.hits,
    verdict,
    toVerify: toVerifyFor(catalogue, place, gathered, verdict),
    conflicts: verdict === null ? [] : conflictsOf(catalogue, gathered.contested),
  }
}
