/** Which positions stand alike: their answers to any question differ in measures only, so that one can be asked for all. */
import type { Known } from './known'
import { STRENGTH } from './membership'
import type { LonLat, World } from './model'
import { levelM, placeAt, type Place } from './place'
import type { Standing } from './standing'
import type { Tables } from './tables'
import type { ZoneIndex } from './zone-index'

const kinds = ['outline', 'envelope', 'axis', 'mark', undefined] as const
const drawns = ['in', 'out', 'unknown'] as const

const letters: readonly string[] = Array.from({ length: 6 * kinds.length * drawns.length }, (_, code) => String.fromCharCode(33 + code))

/** All of a standing that an answer can hang on, where the shapes of its zone are given. Outside, the kind of the shape tells nothing. */
function letterOf({ strength, drawn, kind }: Standing): string {
  const ofKind = strength === STRENGTH.outside ? 0 : kinds.indexOf(kind)
  return letters[(strength * kinds.length + ofKind) * drawns.length + drawns.indexOf(drawn)] ?? ''
}

/** All that a verdict can hang on: the kind of the shape is only told, as a doubt. */
const verdictLetterOf = ({ strength, drawn }: Standing): string => letters[strength * drawns.length + drawns.indexOf(drawn)] ?? ''

/** The standings of one position, a letter for each zone of the index. Where they are equal, so is the verdict on every question. */
export function verdictLetters(standings: readonly Standing[]): string {
  let all = ''
  for (const standing of standings) all += verdictLetterOf(standing)
  return all
}

/** A zone, its narrower ones and what they complement, near and far. */
function addSources(tables: Tables, zone: number, found: Set<number>): Set<number> {
  if (found.has(zone)) return found
  found.add(zone)
  const complement = tables.complements[zone]
  for (const source of tables.narrower[zone] ?? []) addSources(tables, source, found)
  for (const source of complement ? [complement.of, complement.within] : []) addSources(tables, source, found)
  return found
}

/**
 * By two positions of the index, whether a wider zone may have to choose by distance which of the two is told: `ofEqual`
 * where they are equally strong, `ofAny` where one may also be told through its complement, at the opposite distance.
 */
const [ofEqual, ofAny] = [1, 2]

function rivalsOf(tables: Tables, { zones }: ZoneIndex): Uint8Array {
  const rivals = new Uint8Array(zones.length ** 2)
  const position = new Map(zones.map((id, at) => [tables.zoneNumber.get(id) ?? -1, at]))
  for (const zone of tables.evaluation) {
    const sources = [...addSources(tables, zone, new Set())]
    const among = sources.some((source) => tables.complements[source]) ? ofAny : ofEqual
    const drawn = sources.map((source) => position.get(source)).filter((at) => at !== undefined)
    for (const a of drawn) for (const b of drawn) rivals[a * zones.length + b] = Math.max(rivals[a * zones.length + b] ?? 0, among)
  }
  return rivals
}

/** Which of two distances is the smaller, by more than what counts as level. */
function compared(a: number, b: number): string {
  if (a - b > levelM) return '>'
  return b - a > levelM ? '<' : '='
}

/** Who comes before whom among the rivals that are not outside. */
function orderOf(standings: readonly Standing[], rivals: Uint8Array): string {
  let order = ''
  for (let a = 0; a < standings.length; a++) {
    const one = standings[a]
    if (one?.distanceM === undefined || one.strength === STRENGTH.outside) continue
    for (let b = 0; b < a; b++) {
      const among = rivals[a * standings.length + b]
      const other = standings[b]
      if (among === 0 || other?.distanceM === undefined || other.strength === STRENGTH.outside) continue
      if (among === ofAny) order += compared(one.distanceM, -other.distanceM)
      if (among === ofAny || one.strength === other.strength) order += compared(one.distanceM, other.distanceM)
    }
  }
  return order
}

/** All of a place that an answer hangs on, but for the measures. */
function signOf({ states, force }: Place): string {
  let sign = ''
  for (let zone = 0; zone < states.length; zone++) {
    const state = states[zone]
    if (state) sign += `${letterOf(state)}${force[zone]}${state.via ?? ''} `
  }
  return sign
}

/**
 * A number for each position: of two with the same number, `ask` says the same about any question with these `known` zones,
 * but for the measures of its findings. Throws a `RangeError` on a position that is not on earth.
 */
export function numberAlike({ catalogue, index }: World, known?: Known): (lonLat: LonLat) => number {
  const { tables } = catalogue
  const rivals = rivalsOf(tables, index)
  const [byStandings, bySign] = [new Map<string, number>(), new Map<string, number>()]
  const numberOf = (standings: Standing[], lonLat: LonLat): number => {
    const sign = signOf(placeAt(catalogue, { ...index, standing: () => standings }, lonLat, known))
    const number = bySign.get(sign) ?? bySign.size
    bySign.set(sign, number)
    return number
  }
  return (lonLat) => {
    const standings = index.brief(lonLat)
    let key = orderOf(standings, rivals)
    for (const standing of standings) key += letterOf(standing)
    const number = byStandings.get(key) ?? numberOf(standings, lonLat)
    byStandings.set(key, number)
    return number
  }
}
