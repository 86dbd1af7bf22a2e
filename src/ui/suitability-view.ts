/** Where the project may be built, in figures and words: what the legend, its tables and the line at the pointer say. Pure. */
import { ask } from '../core/ask'
import type { CatalogueRule } from '../core/catalogue'
import { DISTRICT } from '../core/catalogue'
import type { Counts, LonLat, RuleHit, VerdictWord, World } from '../core/model'
import type { Face, Suitability, SuitabilityView } from '../core/suitability-types'
import { VERDICTS } from '../core/verdict'

const M2_PER_KM2 = 1_000_000

/** One line of the legend. */
export interface LegendRow {
  word: VerdictWord
  areaM2: number
  /** Whole square kilometres; those of all rows add up to the district's. */
  km2: number
  /** Whole per cent; those of all rows add up to 100. */
  percent: number
}

/** Whole numbers next to `values` that add up to their rounded sum: the largest remainders are rounded up. */
export function roundedTogether(values: readonly number[]): number[] {
  const floors = values.map(Math.floor)
  const left = Math.round(values.reduce((sum, value) => sum + value, 0)) - floors.reduce((sum, value) => sum + value, 0)
  const byRemainder = values.map((value, at) => [value - (floors[at] ?? 0), at] as const).sort(([a], [b]) => b - a)
  for (const [, at] of byRemainder.slice(0, left)) floors[at] = (floors[at] ?? 0) + 1
  return floors
}

const areaWhere = (faces: readonly Face[], view: SuitabilityView, word: VerdictWord): number =>
  faces.reduce((sum, { verdict, areaM2 }) => (verdict[view] === word ? sum + areaM2 : sum), 0)

/** A line for each verdict, the mildest first. */
export function legendOf({ faces, areaM2 }: Suitability, view: SuitabilityView): LegendRow[] {
  const areas = VERDICTS.map((word) => areaWhere(faces, view, word))
  const km2 = roundedTogether(areas.map((area) => area / M2_PER_KM2))
  const percents = roundedTogether(areas.map((area) => (areaM2 > 0 ? (100 * area) / areaM2 : 0)))
  return VERDICTS.map((word, at) => ({ word, areaM2: areas[at] ?? 0, km2: km2[at] ?? 0, percent: percents[at] ?? 0 }))
}

/** The strictest verdict that holds anywhere in a view. */
export function strictestIn({ faces }: Suitability, view: SuitabilityView): VerdictWord {
  return VERDICTS.toReversed().find((word) => faces.some(({ verdict }) => verdict[view] === word)) ?? 'no-specific-rule'
}

/** Rules that ask for the strictest verdict, by the area of the faces they decide in, largest first. */
export function decidersOf(suitability: Suitability, view: SuitabilityView, world: World): CatalogueRule[] {
  const { rules, zones } = world.catalogue
  const word = strictestIn(suitability, view)
  const areas = new Map<string, number>()
  for (const { verdict, areaM2, decidedBy } of suitability.faces)
    if (verdict[view] === word) for (const id of decidedBy) areas.set(id, (areas.get(id) ?? 0) + areaM2)
  // What a rule asks of a project does not depend on the place: all zones at once tell it of every rule.
  const everywhere = ask({ kind: 'zones', zones: [...zones.keys()] }, suitability.question, world)
  const asking = new Set(everywhere.rules.filter(({ decides }) => decides === word).map(({ id }) => id))
  const found = [...areas.keys()].filter((id) => asking.has(id)).flatMap((id) => rules.get(id) ?? [])
  return found.toSorted((a, b) => (areas.get(b.id) ?? 0) - (areas.get(a.id) ?? 0))
}

/** What holds at the pointer: `rule` decides, through `zone`; null where no rule speaks to the project. */
export interface Pointed {
  word: VerdictWord
  rule: { id: string; zone: string } | null
}

const countsIn: Record<SuitabilityView, readonly Counts[]> = { certain: ['certain'], asDrawn: ['certain', 'asDrawn'], possible: ['certain', 'asDrawn', 'possible'] }

/** The answer of the engine itself, for the question the colours answer; null beyond the district. */
export function pointedAt(lonLat: LonLat, { question }: Suitability, view: SuitabilityView, world: World): Pointed | null {
  const { verdict, rules, findings } = ask({ kind: 'point', lonLat }, question, world)
  if (verdict === null || findings.find(({ zone }) => zone === DISTRICT)?.is === 'outside') return null
  const word = verdict[view]
  const decides = ({ decides: asked, counts }: RuleHit) => asked === word && countsIn[view].includes(counts)
  const hit = word === 'no-specific-rule' ? undefined : rules.find(decides)
  return { word, rule: hit === undefined ? null : { id: hit.id, zone: hit.via } }
}

/** Compass sector (0 = north, clockwise in eighths) of a bearing in degrees. */
export const sectorOf = (bearingDeg: number): number => Math.round(bearingDeg / 45) % 8
