/** One question as other programs write it → subject and question of the engine, or a sentence about what is wrong with it. */
import type { Catalogue } from '../core/catalogue'
import type { EiaCatalogue } from '../core/eia-catalogue'
import type { Facts, KnownZones, LonLat, Question, Subject } from '../core/model'
import type { Fact } from '../core/seed-types'
import { readCoordinates, type Candidate } from '../formats/coordinates'
import type { Said } from '../formats/say'
import type { Bounds } from '../formats/survey-zones'
import type { EiaAsked } from './eia'
import { listed, nearest, type Named } from './suggest'

export interface Context {
  catalogue: Catalogue
  eia: EiaCatalogue
  /** Where coordinates are expected. */
  near: Bounds
  /** ISO date of today, for questions without one. */
  today: string
}

export interface Asked {
  id?: QuestionId
  subject: Subject
  question: Question
  /** The item of the EIA catalogue asked about. */
  eia?: EiaAsked
  /** How typed coordinates were read. */
  read?: { reading: Said; alternatives: readonly Candidate[] }
}

export type Checked = { ok: true; asked: Asked } | { ok: false; id?: QuestionId; problem: Said }

/** A question as JSON, its fields checked one by one. */
export type Raw = Readonly<Record<string, unknown>>

const FIELDS = ['id', 'lonLat', 'zones', 'project', 'facts', 'on', 'sources', 'known', 'eia'] as const

/** What a value is, for "found …". */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** The name a question goes by in the table it came from: given back as it was. */
export type QuestionId = string | number

const isId = (id: unknown): id is QuestionId => typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id))

const wrong = (field: string, value: unknown): Said => ({ code: `expected-${field}`, params: { found: shown(value) } })

function unknown(kind: string, found: string, known: Iterable<Named>): Said {
  const near = nearest(found, known)
  return near.length === 0
    ? { code: `unknown-${kind}`, params: { found } }
    : { code: `unknown-${kind}-near`, params: { found, near: listed(near) } }
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')

function checkIds(field: string, kind: string, value: unknown, known: ReadonlyMap<string, Named>): Said | null {
  if (!isTexts(value)) return wrong(field, value)
  const stranger = value.find((id) => !known.has(id))
  return stranger === undefined ? null : unknown(kind, stranger, known.values())
}

const named = ({ id, title }: { id: string; title: Named['name'] }): Named => ({ id, name: title })

function checkSources(value: unknown, { sources }: Catalogue): Said | null {
  if (Array.isArray(value) && value.length === 0) return wrong('sources', value)
  return checkIds('sources', 'source', value, new Map([...sources].map(([id, source]) => [id, named(source)])))
}

function checkFact(fact: Fact, value: unknown): Said | null {
  const params = { fact: fact.id, name: fact.name, found: shown(value) }
  if (fact.type === 'number') return typeof value === 'number' && Number.isFinite(value) ? null : { code: 'fact-number', params: { ...params, unit: fact.unit ?? '' } }
  if (fact.type === 'boolean') return typeof value === 'boolean' ? null : { code: 'fact-boolean', params }
  const choices = fact.choices ?? []
  return choices.some(({ id }) => id === value) ? null : { code: 'fact-choice', params: { ...params, choices: listed(choices) } }
}

function checkFacts(value: unknown, facts: ReadonlyMap<string, Fact>): Said | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('facts', value)
  for (const [id, given] of Object.entries(value)) {
    const fact = facts.get(id)
    const problem = fact === undefined ? unknown('fact', id, facts.values()) : checkFact(fact, given)
    if (problem) return problem
  }
  return null
}

function checkKnown(value: unknown, zones: Catalogue['zones']): Said | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('known', value)
  const stranger = Object.keys(value).find((id) => !zones.has(id))
  if (stranger !== undefined) return unknown('zone', stranger, zones.values())
  return Object.values(value).every((is) => is === 'inside' || is === 'outside') ? null : wrong('known', value)
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function isLonLat(value: unknown): value is LonLat {
  const [lon, lat]: unknown[] = Array.isArray(value) && value.length === 2 ? value : []
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

function checkFields(raw: Raw, { catalogue, eia: items }: Context): Said | null {
  const stranger = Object.keys(raw).find((key) => !FIELDS.some((field) => field === key))
  if (stranger !== undefined) return unknown('field', stranger, FIELDS.map((id) => ({ id, name: { zh: id, en: id } })))
  const { id, zones, project, facts, on, sources, known, eia } = raw
  if (id !== undefined && !isId(id)) return wrong('id', id)
  if ((raw['lonLat'] === undefined) === (zones === undefined)) return { code: zones === undefined ? 'no-subject' : 'two-subjects', params: {} }
  return (
    (zones === undefined ? null : checkIds('zones', 'zone', zones, catalogue.zones)) ??
    (project === undefined ? null : checkIds('project', 'activity', project, catalogue.activities)) ??
    (facts === undefined ? null : checkFacts(facts, eia === undefined ? catalogue.facts : items.asked)) ??
    (on === undefined || isDay(on) ? null : wrong('on', on)) ??
    (sources === undefined ? null : checkSources(sources, catalogue)) ??
    (known === undefined ? null : checkKnown(known, catalogue.zones)) ??
    (eia === undefined || itemOf(eia, items) ? null : wrong('eia', eia))
  )
}

/** The item by its number, written as a number or a text. */
const itemOf = (no: unknown, { items }: EiaCatalogue) => (typeof no === 'number' || typeof no === 'string' ? items.get(Number(no)) : undefined)

/** The `as` stands on `checkFields`. */
function readItem({ eia, facts = {} }: Raw, catalogue: EiaCatalogue): Pick<Asked, 'eia'> {
  const item = itemOf(eia, catalogue)
  return item === undefined ? {} : { eia: { item, facts: facts as Facts } }
}

/** The engine is asked with the facts of the rules alone. */
function ofRules(facts: Facts, { facts: known }: Catalogue): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => known.has(id)))
}

function readSubject({ lonLat, zones }: Raw, near: Bounds): Pick<Asked, 'subject' | 'read'> | Said {
  if (isTexts(zones)) return { subject: { kind: 'zones', zones } }
  if (isLonLat(lonLat)) return { subject: { kind: 'point', lonLat } }
  if (typeof lonLat !== 'string') return wrong('lonLat', lonLat)
  const read = readCoordinates(lonLat, { near })
  if (!read.ok) return { code: read.code, params: read.params }
  return { subject: { kind: 'point', lonLat: read.lonLat }, read: { reading: read.reading, alternatives: read.alternatives } }
}

/** The `as` stand on `checkFields`. */
function questionOf({ project, facts, on, sources, known }: Raw, { today, catalogue }: Context): Question {
  return {
    on: (on as string | undefined) ?? today,
    ...(project === undefined ? {} : { project: project as readonly string[] }),
    ...(facts === undefined ? {} : { facts: ofRules(facts as Facts, catalogue) }),
    ...(sources === undefined ? {} : { sources: sources as readonly string[] }),
    ...(known === undefined ? {} : { known: known as KnownZones }),
  }
}

/** Checks a question: every id known, every fact of its type, one subject. Never throws. */
export function readQuestion(raw: Raw, context: Context): Checked {
  const id = isId(raw['id']) ? { id: raw['id'] } : {}
  const problem = checkFields(raw, context)
  if (problem) return { ok: false, ...id, problem }
  const subject = readSubject(raw, context.near)
  if ('code' in subject) return { ok: false, ...id, problem: subject }
  return { ok: true, asked: { ...id, ...subject, ...readItem(raw, context.eia), question: questionOf(raw, context) } }
}
