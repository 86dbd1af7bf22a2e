/**
 * Which document the EIA catalogue asks for: 报告书, 报告表, 登记表, or none.
 *
 * Columns are read from the strictest down. A column that may hold leaves its class open and the next one is
 * read; one that holds ends the reading. Lines count like everywhere else: certain ≤ as drawn ≤ possible.
 */
import { areaHolds, clauseHolds, columnHolds, countsFor, whenHolds, type EiaCase, type View } from './eia-truth'
import { openIn, type EiaOpen } from './eia-open'
import { STRENGTH } from './membership'
import { referencesOf, type EiaCatalogue } from './eia-catalogue'
import type { Counts, Facts, Finding, Is } from './model'
import type { EiaArea, EiaClass, EiaColumn, EiaItem, Text } from './seed-types'
import type { Truth } from './truth'

/** Weakest to strictest. */
export const EIA_CLASSES: readonly EiaClass[] = ['none', 'registration', 'table', 'report']

/** The classes an answer leaves open. `certain` ≤ every one of `asDrawn` ≤ `possible`. */
export interface EiaSpan {
  /** At least this, whatever the open facts and lines turn out to be. */
  readonly certain: EiaClass
  /** With the lines as drawn: one class, or several where facts are missing. Weakest first. */
  readonly asDrawn: readonly EiaClass[]
  /** At most this. */
  readonly possible: EiaClass
  /** Every class it can still be, weakest first. */
  readonly among: readonly EiaClass[]
}

/** A clause that decides (`true`), or that may (`unknown`). */
export interface EiaReason {
  readonly class: EiaClass
  readonly text: Text
  readonly truth: Exclude<Truth, 'false'>
}

/** Where the project stands towards one sensitive area of its item. */
export interface EiaSensitive {
  readonly area: string
  /** The zone that speaks most strongly for it; null where nothing is drawn (未划示) or none can exist. */
  readonly zone: string | null
  readonly is: Is
  readonly touched: Truth
}

export interface EiaAnswer extends EiaSpan {
  readonly item: number
  readonly because: readonly EiaReason[]
  /** The same with the lines as drawn. */
  readonly becauseDrawn: readonly EiaReason[]
  /** Articles of the catalogue the answer rests on, by Chinese numeral (`source.json`). */
  readonly articles: readonly string[]
  /** What would narrow the answer; empty when one class is left. */
  readonly missing: readonly EiaOpen[]
  readonly sensitive: readonly EiaSensitive[]
}

/**
 * The document an item asks for at a place.
 *
 * @param findings standing towards the zones (`Answer.findings`); a zone left out counts as unmapped.
 * @param facts what is known of the project. An own answer about a sensitive area beats the map.
 * @throws when the item names a sensitive area the catalogue does not have.
 */
export function eiaClass(item: EiaItem, findings: readonly Finding[], facts: Facts, { areas }: Pick<EiaCatalogue, 'areas'>): EiaAnswer {
  const byZone = new Map(findings.map((finding) => [finding.zone, finding]))
  const seen = (view: View): EiaCase => ({ item, findings: byZone, facts, areas, view })
  const [sure, drawn] = [seen('sure'), seen('drawn')]
  const among = classesOf(sure)
  return {
    item: item.no,
    ...spanOf(among, classesOf(drawn)),
    because: reasonsOf(sure),
    becauseDrawn: reasonsOf(drawn),
    articles: articlesOf(item, among),
    missing: among.length === 1 ? [] : missingOf(sure),
    sensitive: sensitiveOf(sure),
  }
}

/**
 * Several items at once (article 4): the strictest of them counts.
 *
 * @throws when there is no answer.
 */
export function strictestOf(answers: readonly EiaSpan[]): EiaSpan {
  if (answers.length === 0) throw new Error('Expected the answers of at least one EIA item, found none. Ask for an item first.')
  const among = answers.map((one) => one.among).reduce(stricterPairs)
  const asDrawn = answers.map((one) => one.asDrawn).reduce(stricterPairs)
  return spanOf(among, asDrawn)
}

const rank = (one: EiaClass): number => EIA_CLASSES.indexOf(one)

const inOrder = (classes: Iterable<EiaClass>): EiaClass[] => {
  const found = new Set(classes)
  return EIA_CLASSES.filter((one) => found.has(one))
}

const stricterPairs = (as: readonly EiaClass[], bs: readonly EiaClass[]): readonly EiaClass[] =>
  inOrder(as.flatMap((a) => bs.map((b) => (rank(a) >= rank(b) ? a : b))))

const spanOf = (among: readonly EiaClass[], asDrawn: readonly EiaClass[]): EiaSpan => ({
  certain: among[0] ?? 'none',
  asDrawn,
  possible: among.at(-1) ?? 'none',
  among,
})

interface Read {
  readonly class: EiaClass
  readonly column: EiaColumn
  readonly truth: Truth
}

const columnsOf = (item: EiaItem): [EiaClass, EiaColumn | null][] => [
  ['report', item.report],
  ['table', item.table],
  ['registration', item.registration],
]

/** Columns that hold or may hold, strictest first, up to the first that holds. Empty outside the scope of the item. */
function readColumns(asked: EiaCase): Read[] {
  const read: Read[] = []
  if (scopeOf(asked) === 'false') return read
  for (const [name, column] of columnsOf(asked.item)) {
    if (column === null) continue
    const truth = columnHolds(column, asked)
    if (truth !== 'false') read.push({ class: name, column, truth })
    if (truth === 'true') break
  }
  return read
}

const scopeOf = (asked: EiaCase): Truth => whenHolds(asked.item.scope ?? true, asked)

function classesOf(asked: EiaCase): EiaClass[] {
  const read = readColumns(asked)
  const settled = scopeOf(asked) === 'true' && read.at(-1)?.truth === 'true'
  return inOrder([...read.map((one) => one.class), ...(settled ? [] : ['none' as const])])
}

function reasonsOf(asked: EiaCase): EiaReason[] {
  return readColumns(asked).flatMap((read) =>
    read.column.clauses.flatMap((clause) => {
      const truth = clauseHolds(clause, asked)
      if (truth === 'false' || (read.truth === 'true' && truth !== 'true')) return []
      return [{ class: read.class, text: clause.text, truth }]
    }),
  )
}

/** Article 3 says what a sensitive area is; article 5, that what the catalogue does not name needs no assessment. */
const articlesOf = (item: EiaItem, among: readonly EiaClass[]): string[] => [
  ...(item.sensitive === undefined ? [] : ['三']),
  ...(among.length === 1 && among[0] === 'none' ? ['五'] : []),
]

function missingOf(asked: EiaCase): EiaOpen[] {
  const open = readColumns(asked).filter((read) => read.truth === 'unknown')
  const clauses = open.flatMap(({ column }) => [...column.clauses, ...(column.unless === undefined ? [] : [column.unless])])
  return openIn(asked.item.scope ?? true, clauses, asked)
}

function sensitiveOf(asked: EiaCase): EiaSensitive[] {
  const ids = new Set([...(asked.item.sensitive ?? []), ...referencesOf(asked.item).areas])
  return [...ids].flatMap((id) => {
    const area = asked.areas.get(id)
    return area === undefined ? [] : [{ area: id, ...standingIn(area, asked), touched: areaHolds(area, asked) }]
  })
}

const weight: Record<Counts, number> = { info: 0, possible: 1, asDrawn: 2, certain: 3 }

/** The zone through which the area is most surely touched. */
function standingIn(area: EiaArea, { findings }: EiaCase): { zone: string | null; is: Is } {
  if (area.absent !== undefined) return { zone: null, is: 'outside' }
  const strength = (link: EiaArea['zones'][number]) => {
    const finding = findings.get(link.zone)
    const counts = countsFor(link, finding)
    return (counts === null ? -1 : weight[counts]) * 10 + STRENGTH[finding?.is ?? 'unmapped']
  }
  const [best] = [...area.zones].sort((a, b) => strength(b) - strength(a))
  return best === undefined ? { zone: null, is: 'unmapped' } : { zone: best.zone, is: findings.get(best.zone)?.is ?? 'unmapped' }
}
