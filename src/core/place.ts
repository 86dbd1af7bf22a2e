/** Where a subject stands towards every zone: own shapes, narrower zones, complements, the district. */
import { DISTRICT, type Catalogue, type Tables } from './catalogue'
import { complementOf, drawnInBoth, drawnInEither, drawnOutside, STRENGTH } from './membership'
import type { Finding, LonLat } from './model'
import { unmeasured, type Standing, type ZoneIndex } from './zone-index'

/** A standing and the zone it was taken over from. */
export interface State extends Standing {
  /** Of `is`. */
  readonly strength: number
  readonly via: string | undefined
}

export interface Place {
  /** By zone number. */
  readonly states: readonly State[]
  /**
   * By zone number, how surely rules hold there (`STRENGTH`): the standing, but no surer than the standing
   * in the district, since a district's rules end at its border.
   */
  readonly force: Uint8Array
}

const unmapped = stateFrom(unmeasured('unmapped', 'unknown', false))
const outside = stateFrom(unmeasured('outside', 'out', true))
const inside = stateFrom(unmeasured('inside', 'in', true))

/** A state with its measures from `of`. One literal, so that all states are alike to the engine. */
function stateFrom(of: Standing, is = of.is, drawn = of.drawn, complete = of.complete, via?: string, distanceM = of.distanceM): State {
  return { is, strength: STRENGTH[is], drawn, complete, distanceM, sigmaM: of.sigmaM, certainty: of.certainty, kind: of.kind, why: of.why, via }
}

/** What the index says about each zone, by zone number. */
function ownStandings({ zoneNumber, zoneIds }: Tables, index: ZoneIndex, lonLat: LonLat): (Standing | undefined)[] {
  const own = zoneIds.map((): Standing | undefined => undefined)
  const standings = index.standing(lonLat)
  for (let position = 0; position < standings.length; position++) {
    const zone = zoneNumber.get(index.zones[position] ?? '')
    if (zone === undefined) throw new Error(`Expected the drawn zones in zones.json, found "${index.zones[position]}" drawn only. Correct its id or add the record.`)
    own[zone] = standings[position]
  }
  return own
}

/** Everything in `within` that is not in `of`; the measures are those of whichever decides. */
function complementState(of: State, ofId: string, within: State, withinId: string): State {
  const is = complementOf(of.is, of.drawn)
  const drawn = drawnInBoth(drawnOutside(of.drawn), within.drawn)
  if (within.strength < STRENGTH[is]) return stateFrom(within, within.is, drawn, within.complete, within.via ?? withinId)
  return stateFrom(of, is, drawn, of.complete, of.via ?? ofId, of.distanceM === undefined ? undefined : -of.distanceM)
}

/** Distances this close, metres, are level: below it rounding would choose. */
const levelM = 0.001

/**
 * What a narrower zone adds to a wider one. Where the wider one is drawn whole, its outline settles what an
 * unmapped or unread part of it would leave open.
 */
function widen(wide: State, narrow: State, narrowId: string): State {
  if (narrow.is === 'outside') return wide
  if (wide.complete && (narrow.is === 'unmapped' || narrow.is === 'failed')) return wide
  const drawn = drawnInEither(wide.drawn, narrow.drawn)
  // Of several narrower zones that say the same, the nearest is told, the first by id where they are level.
  const nearerM = (wide.distanceM ?? Infinity) - (narrow.distanceM ?? Infinity)
  const isNearer = narrow.strength === wide.strength && wide.via !== undefined && nearerM > levelM
  if (narrow.strength > wide.strength || isNearer) return stateFrom(narrow, narrow.is, drawn, wide.complete, narrow.via ?? narrowId)
  return drawn === wide.drawn ? wide : stateFrom(wide, wide.is, drawn, wide.complete, wide.via)
}

/** The state of a zone by itself: its shapes, what it complements, or nothing drawn. */
function ownState({ zoneIds, isAbroad, complements }: Tables, zone: number, own: Standing | undefined, states: readonly State[]): State {
  const complement = complements[zone]
  if (complement) {
    const [of, within] = [states[complement.of] ?? unmapped, states[complement.within] ?? unmapped]
    return complementState(of, zoneIds[complement.of] ?? '', within, zoneIds[complement.within] ?? '')
  }
  if (own) return stateFrom(own)
  return isAbroad[zone] === 1 ? outside : unmapped
}

/**
 * What is drawn nowhere, not whole, or only as somewhere in here, is out where a zone is out that it lies in. The drawing alone decides `drawn`, as
 * everywhere, so that it does not depend on the error of the line.
 */
function bounded(state: State, { containers, zoneIds }: Tables, zone: number, own: readonly (Standing | undefined)[]): State {
  if (state.is !== 'unmapped' && state.is !== 'possible') return state
  let drawn = state.drawn
  for (const container of containers[zone] ?? []) {
    const around = own[container]
    if (around?.is === 'outside') return stateFrom(around, 'outside', 'out', true, zoneIds[container])
    if (around?.drawn === 'out') drawn = 'out'
  }
  return drawn === state.drawn ? state : stateFrom(state, state.is, drawn)
}

/** Away from the district nothing of it is left open. */
function settledAway(state: State): State {
  if (state.is !== 'unmapped') return state
  return state.distanceM === undefined ? outside : stateFrom(state, 'outside', 'out', true)
}

function statesOf(tables: Tables, own: readonly (Standing | undefined)[]): State[] {
  const { zoneIds, narrower, district } = tables
  const states = zoneIds.map(() => unmapped)
  const isAway = district !== undefined && own[district]?.is === 'outside'
  for (const zone of tables.evaluation) {
    let state = ownState(tables, zone, own[zone], states)
    state = isAway ? settledAway(state) : bounded(state, tables, zone, own)
    const parts = narrower[zone]
    if (parts && parts.length > 0) for (const part of parts) state = widen(state, states[part] ?? unmapped, zoneIds[part] ?? '')
    states[zone] = state
  }
  return states
}

function forceOf({ isAbroad, district }: Tables, states: readonly State[]): Uint8Array {
  const there = district === undefined ? undefined : states[district]
  const isKnown = there !== undefined && there.is !== 'unmapped' && there.is !== 'failed'
  const most = isKnown ? there.strength : STRENGTH.inside
  const force = new Uint8Array(states.length)
  for (let zone = 0; zone < force.length; zone++) {
    const strength = states[zone]?.strength ?? STRENGTH.unmapped
    force[zone] = strength < most || isAbroad[zone] === 1 ? strength : most
  }
  return force
}

/** Standing of a position towards every zone of the catalogue. Throws when the index draws a zone the catalogue does not know. */
export function placeAt({ tables }: Catalogue, index: ZoneIndex, lonLat: LonLat): Place {
  const states = statesOf(tables, ownStandings(tables, index, lonLat))
  return { states, force: forceOf(tables, states) }
}

/**
 * The place known by its zones: certainly inside these, all they inherit or are part of, and the district;
 * outside all others. Throws nothing: ids are checked by `ask`.
 */
export function placeOf({ tables, zoneAncestors }: Catalogue, zones: readonly string[]): Place {
  const states = tables.zoneIds.map(() => outside)
  const enter = (id: string, state: State) => {
    const zone = tables.zoneNumber.get(id)
    if (zone !== undefined) states[zone] = state
  }
  for (const id of zones) for (const wider of zoneAncestors.get(id) ?? []) enter(wider, stateFrom(inside, 'inside', 'in', true, id))
  for (const id of [DISTRICT, ...zones]) enter(id, inside)
  return { states, force: forceOf(tables, states) }
}

/** The public record of a state; distances in whole metres. */
function findingOf(zone: string, { is, distanceM, sigmaM, certainty, kind, via, why }: State): Finding {
  const finding: Finding = { zone, is }
  // Adding 0 turns −0 into 0.
  if (distanceM !== undefined) finding.distanceM = Math.round(distanceM) + 0
  if (sigmaM !== undefined) finding.sigmaM = sigmaM
  if (certainty !== undefined) finding.certainty = certainty
  if (kind !== undefined) finding.kind = kind
  if (via !== undefined) finding.via = via
  if (why !== undefined) finding.why = why
  return finding
}

/** One finding for every zone, in catalogue order. */
export function findingsOf({ tables }: Catalogue, { states }: Place): Finding[] {
  return tables.zoneIds.map((zone, number) => findingOf(zone, states[number] ?? unmapped))
}
