/** The parts of the report about rules: what decided, with its quote, and what else holds. */
import type { CatalogueRule } from '../core/catalogue'
import type { RuleHit } from '../core/model'
import { VERDICTS } from '../core/verdict'
import { hanging, wrap } from './layout'
import type { Pen } from './report'
import type { Say } from './sentence'

/** Quoted in full for each word of the verdict; the rest is counted. */
const MOST_QUOTED = 3

/** 1–99 in the numerals of a Chinese document; digits in a language without them. */
function numeral(no: number, say: Say): string {
  const numerals = [...say('numerals')]
  const ten = numerals[9]
  if (ten === undefined || no < 1 || no > 99) return String(no)
  const tens = Math.floor(no / 10)
  return `${tens > 1 ? (numerals[tens - 1] ?? '') : ''}${tens > 0 ? ten : ''}${numerals[(no % 10) - 1] ?? ''}`
}

/** Chapter and section. */
function where({ chapter, section }: CatalogueRule, { say }: Pen): string {
  const code = chapter === 0 ? 'preface' : section === null || section === 0 ? 'chapter' : 'section'
  return say(`place.${code}`, { chapter: numeral(chapter, say), section: numeral(section ?? 0, say) })
}

/** Title and number of the document. */
const documentOf = ({ source }: CatalogueRule, { say, lang }: Pen): string => say('cite.document', { title: source.title[lang], number: source.number ?? '' }).trim()

const zoneName = (id: string, { place, lang }: Pen): string => place.world.catalogue.zones.get(id)?.name[lang] ?? id

/** Effect, title, chapter and section, through which zone, how far it counts. */
function ruleLine(hit: RuleHit, known: CatalogueRule, pen: Pen): string[] {
  const { say, lang, width } = pen
  const counts = hit.counts === 'info' ? [] : [say(`counts.${hit.counts}`)]
  const term = hit.term === 'in-force' ? [] : [say(`term.${hit.term}`)]
  const through = hit.scope === 'zone' ? [say('via', { zone: zoneName(hit.via, pen) })] : []
  const text = [known.rule.title[lang], where(known, pen), ...through, ...counts, ...term].join(' · ')
  return hanging(text, width, lang === 'zh' ? 7 : 12, `  ${say(`effect.${hit.effect}`)}`)
}

/** The word a rule asks of this project: a ban softened to a condition reads as a condition. */
const askedFor = ({ decides, effect }: RuleHit, say: Say): string => say(decides === undefined ? `effect.${effect}` : `verdict.${decides}`)

function quoteBlock(hit: RuleHit, known: CatalogueRule, pen: Pen): string[] {
  const { say, lang, width, place } = pen
  const { rule } = known
  const who = place.world.catalogue.subjects.get(rule.subject)?.name[lang] ?? rule.subject
  const doubts = hit.doubts.map((doubt) => say(`doubt.${doubt}`)).join(say('comma'))
  const meta = [where(known, pen), say('via', { zone: zoneName(hit.via, pen) }), say('who', { who }), ...(doubts === '' ? [] : [say('because', { doubts })])]
  return [
    `${askedFor(hit, say)} · ${rule.title[lang]} · ${say(`counts.${hit.counts}`)}`,
    ...wrap(rule.quote?.text ?? rule.wording?.[lang] ?? '', width - 4).map((line) => `  │ ${line}`),
    ...hanging(meta.join(' · '), width, 2),
  ]
}

function withRule<T>(hits: readonly RuleHit[], pen: Pen, write: (hit: RuleHit, known: CatalogueRule) => T[]): T[] {
  return hits.flatMap((hit) => {
    const known = pen.place.world.catalogue.rules.get(hit.id)
    return known === undefined ? [] : write(hit, known)
  })
}

/** The deciding rules, strictest first, each with its quote, chapter and section. */
export function decidedLines(pen: Pen): string[] {
  const { verdict, rules } = pen.answer
  const decided = rules.filter(({ id }) => verdict?.decidedBy.includes(id) === true)
  const quoted = VERDICTS.toReversed().flatMap((word) => decided.filter(({ decides }) => decides === word).slice(0, MOST_QUOTED))
  let document = ''
  const blocks = withRule(quoted, pen, (hit, known) => {
    const heading = document === known.source.id ? [] : [documentOf(known, pen)]
    document = known.source.id
    return [...heading, ...quoteBlock(hit, known, pen)]
  })
  const more = decided.length - quoted.length
  return more > 0 ? [...blocks, pen.say('decided.more', { count: more })] : blocks
}

/** Contradictions of a document that the project meets, each with where the words collide. */
export function conflictLines({ answer, place, lang, width }: Pen): string[] {
  return answer.conflicts.flatMap(({ id }) => {
    const conflict = place.world.catalogue.conflicts.get(id)
    return conflict === undefined ? [] : [...hanging(conflict.title[lang], width, 2, '·'), ...hanging(conflict.why[lang], width, 4)]
  })
}

/** District-wide rules, counted by whom they address, most first. */
function addressed(hits: readonly RuleHit[], pen: Pen): string[] {
  const counts = new Map<string, number>()
  withRule(hits, pen, (_, { rule }) => {
    counts.set(rule.subject, (counts.get(rule.subject) ?? 0) + 1)
    return []
  })
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  const name = (id: string) => pen.place.world.catalogue.subjects.get(id)?.name[pen.lang] ?? id
  return hanging(sorted.map(([id, count]) => `${name(id)} ${pen.say('rules.count', { count })}`).join(' · '), pen.width, 2)
}

const isOpen = (hit: RuleHit): boolean => hit.is === 'unmapped' || hit.is === 'failed'

/** With a project the strict district-wide rules one by one; the rest counted by whom they address. */
function districtLines(hits: readonly RuleHit[], pen: Pen): string[] {
  if (hits.length === 0) return []
  const strict = hits.filter(({ decides }) => pen.answer.verdict !== null && (decides === 'prohibited' || decides === 'restricted'))
  const rest = hits.filter((hit) => !strict.includes(hit))
  const more = strict.length > 0 && rest.length > 0 ? [pen.say('rules.more', { count: rest.length })] : []
  return [pen.say('rules.district', { count: hits.length }), ...ruleList(strict, pen), ...more, ...addressed(rest, pen)]
}

const ruleList = (hits: readonly RuleHit[], pen: Pen): string[] => withRule(hits, pen, (hit, known) => ruleLine(hit, known, pen))

/** Rules of these zones one by one; those behind unpublished zones and those that never decide counted; district-wide after. */
export function ruleLines(pen: Pen): string[] {
  const { say, answer } = pen
  if (answer.rules.length === 0) return [say('rules.none')]
  const context = answer.rules.filter((hit) => hit.decides === undefined)
  const telling = answer.rules.filter((hit) => !context.includes(hit))
  const zone = telling.filter(({ scope }) => scope === 'zone')
  const [here, open] = [zone.filter((hit) => !isOpen(hit)), zone.filter(isOpen)]
  return [
    ...(here.length === 0 ? [] : [say('rules.zone', { count: here.length }), ...ruleList(here, pen)]),
    ...(open.length === 0 ? [] : [say('rules.open', { count: open.length })]),
    ...districtLines(telling.filter(({ scope }) => scope === 'district'), pen),
    ...(context.length === 0 ? [] : [say('rules.context', { count: context.length })]),
  ]
}
