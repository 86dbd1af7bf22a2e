/** Where a subject stands towards every zone: own shapes, narrower zones, complements, the district, what the asker knows. */
import { DISTRICT, type Catalogue } from './catalogue'
import type { Known } from './known'
import { complementOf, drawnInBoth, drawnInEither, drawnOutside, STRENGTH } from './membership'
import type { LonLat, Overlap } from './model'
import { INSIDE, measuredBy, OUTSIDE, UNMAPPED, type Standing } from './standing'
import type { Survey } from './survey'
import type { Tables } from './tables'
import type { ZoneIndex } from './zone-index'

export interface Place {
  /** By zone number. */
  readonly states: readonly Standing[]
  /**
   * By zone number, how surely rules hold there (`STRENGTH`): the standing, but no surer than the standing
   * in the district, since a district's rules end at its border.
   */
  readonly force: readonly number[]
  /** By zone number, how much of a parcel lies in each; absent for points. */
  readonly overlaps?: readonly (Overlap | undefined)[]
}

/** What is known and what is drawn of zones by themselves. */
interface Own {
  /** By zone number. */
  readonly by: readonly (Standing | undefined)[]
  /** Zones that have one. */
  readonly zones: readonly number[]
}

/** What the index says about each zone, or the asker, who knows better. */
function ownStandings({ zoneNumber, nothing }: Tables, index: ZoneIndex, standings: readonly Standing[], known: Known | undefined): Own {
  const by = [...nothing]
  const zones: number[] = []
  for (let position = 0; position < standings.length; position++) {
    const zone = zoneNumber.get(index.zones[position] ?? '')
    if (zone === undefined) throw new Error(`Expected the drawn zones in zones.json, found "${index.zones[position]}" drawn only. Correct its id or add the record.`)
    by[zone] = standings[position]
    zones.push(zone)
  }
  for (const [zone, standing] of known ?? []) {
    by[zone] = standing
    zones.push(zone)
  }
  return { by, zones }
}

/** Everything in `within` that is not in `of`; the measures are those of whichever decides. */
function complementState(of: Standing, ofId: string, within: Standing, withinId: string): Standing {
  const is = complementOf(of.is, of.drawn)
  const drawn = drawnInBoth(drawnOutside(of.drawn), within.drawn)
  if (within.strength < STRENGTH[is]) return measuredBy(within, within.is, drawn, within.complete, within.via ?? withinId)
  return measuredBy(of, is, drawn, of.complete, of.via ?? ofId, of.distanceM === undefined ? undefined : -of.distanceM)
}

/** Distances this close, metres, are level: below it rounding would choose. */
export const levelM = 0.001

/**
 * What a narrower zone adds to a wider one. Where the wider one is drawn whole, its outline settles what an
 * unmapped or unread part of it would leave open.
 */
function widen(wide: Standing, narrow: Standing, narrowId: string): Standing {
  if (narrow.is === 'outside' || narrow === wide) return wide
  if (wide.complete && (narrow.is === 'unmapped' || narrow.is === 'failed')) return wide
  const drawn = drawnInEither(wide.drawn, narrow.drawn)
  // Of several narrower zones that say the same, the nearest is told, the first by id where they are level.
  const nearerM = (wide.distanceM ?? Infinity) - (narrow.distanceM ?? Infinity)
  const isNearer = narrow.strength === wide.strength && wide.via !== undefined && nearerM > levelM
  if (narrow.strength > wide.strength || isNearer) return measuredBy(narrow, narrow.is, drawn, wide.complete, narrow.via ?? narrowId)
  return drawn === wide.drawn ? wide : measuredBy(wide, wide.is, drawn)
}

/** The state of a zone by itself: its shapes, what it complements, or nothing drawn. */
function ownState({ zoneIds, isAbroad, complements }: Tables, zone: number, own: Standing | undefined, states: readonly Standing[], opposite: readonly Standing[]): Standing {
  const complement = complements[zone]
  if (complement) {
    const [of, within] = [opposite[complement.of] ?? UNMAPPED, states[complement.within] ?? UNMAPPED]
    return complementState(of, zoneIds[complement.of] ?? '', within, zoneIds[complement.within] ?? '')
  }
  if (own) return own
  return isAbroad[zone] === 1 ? OUTSIDE : UNMAPPED
}

/**
 * What is drawn nowhere, not whole, or only as somewhere in here, is out where a zone is out that it lies in. The drawing alone decides `drawn`, as
 * everywhere, so that it does not depend on the error of the line.
 */
function bounded(state: Standing, { containers, zoneIds }: Tables, zone: number, own: Own): Standing {
  if (state.is !== 'unmapped' && state.is !== 'possible') return state
  let drawn = state.drawn
  for (const container of containers[zone] ?? []) {
    const around = own.by[container]
    if (around?.is === 'outside') return measuredBy(around, 'outside', 'out', true, zoneIds[container])
    if (around?.drawn === 'out') drawn = 'out'
  }
  return drawn === state.drawn ? state : measuredBy(state, state.is, drawn)
}

/** Away from the district nothing of it is left open. */
function settledAway(state: Standing): Standing {
  if (state.is !== 'unmapped') return state
  return state.distanceM === undefined ? OUTSIDE : measuredBy(state, 'outside', 'out', true)
}

/** What a zone is without looking at others. */
function plainStates({ undrawn, away }: Tables, own: Own, isAway: boolean): Standing[] {
  const states = [...(isAway ? away : undrawn)]
  for (const zone of own.zones) {
    const standing = own.by[zone]
    if (standing) states[zone] = isAway ? settledAway(standing) : standing
  }
  return states
}

/**
 * `isAway`: outside the district as drawn, or as known. `against`: the states that complements rest on, where they
 * are not those of the same position.
 */
function statesOf(tables: Tables, own: Own, isAway: boolean, against?: readonly Standing[]): Standing[] {
  const { zoneIds, narrower } = tables
  const states = plainStates(tables, own, isAway)
  const opposite = against ?? states
  for (const zone of tables.evaluation) {
    const itself = own.by[zone]
    if (itself?.known === true) continue
    let state = ownState(tables, zone, itself, states, opposite)
    state = isAway ? settledAway(state) : bounded(state, tables, zone, own)
    for (const part of narrower[zone] ?? []) state = widen(state, states[part] ?? UNMAPPED, zoneIds[part] ?? '')
    states[zone] = state
  }
  return states
}

/** The surest that rules can hold: the standing in the district, where that is known. */
function mostForce({ district }: Tables, states: readonly Standing[]): number {
  const there = district === undefined ? undefined : states[district]
  const isKnown = there !== undefined && there.is !== 'unmapped' && there.is !== 'failed'
  return isKnown ? there.strength : STRENGTH.inside
}

function forceIn({ isAbroad }: Tables, zone: number, state: Standing | undefined, most: number): number {
  const strength = state?.strength ?? STRENGTH.unmapped
  return strength < most || isAbroad[zone] === 1 ? strength : most
}

function forceOf(tables: Tables, states: readonly Standing[]): number[] {
  const most = mostForce(tables, states)
  return states.map((state, zone) => forceIn(tables, zone, state, most))
}

/** The same in the district, where only `own` and the zones of `evaluation` can differ from what is undrawn. */
function forceAt(tables: Tables, states: readonly Standing[], { zones }: Own): number[] {
  const most = mostForce(tables, states)
  const force = [...tables.undrawnForce]
  for (const zone of zones) force[zone] = forceIn(tables, zone, states[zone], most)
  for (const zone of tables.evaluation) force[zone] = forceIn(tables, zone, states[zone], most)
  return force
}

/**
 * Standing of a position towards every zone of the catalogue. `known`: what stands over the drawing.
 * Throws when the index draws a zone the catalogue does not know.
 */
export function placeAt({ tables }: Catalogue, index: ZoneIndex, lonLat: LonLat, known?: Known): Place {
  const own = ownStandings(tables, index, index.standing(lonLat), known)
  const isAway = tables.district !== undefined && own.by[tables.district]?.is === 'outside'
  const states = statesOf(tables, own, isAway)
  return { states, force: isAway ? forceOf(tables, states) : forceAt(tables, states, own) }
}

function overlapsOf({ zoneNumber, zoneIds }: Tables, index: ZoneIndex, { overlaps }: Survey, states: readonly Standing[]): (Overlap | undefined)[] {
  const by = zoneIds.map((): Overlap | undefined => undefined)
  index.zones.forEach((id, position) => {
    const zone = zoneNumber.get(id)
    // What the asker knows stands over the drawing, and has no measures.
    if (zone !== undefined && states[zone]?.known !== true) by[zone] = overlaps[position]
  })
  return by
}

/**
 * Standing of a parcel: towards each zone the strongest over its positions. A complement is strongest where the zone it
 * complements is weakest, so the weakest states are found first, with their complements against the plain strongest.
 *
 * What holds at different positions is told together: a parcel half in A and half in B is in both, though no position
 * is. So a zone and its complement may both be certain, and the standing in the district bounds the force of a zone by
 * the parcel's best position in the district, even where its part in the zone lies beyond the border. Narrower zones
 * and containers are bounded by the same rule: a parcel is out of a zone only where all of it is out of the container.
 */
export function placeOver({ tables }: Catalogue, index: ZoneIndex, survey: Survey, known?: Known): Place {
  const [most, least] = [ownStandings(tables, index, survey.most, known), ownStandings(tables, index, survey.least, known)]
  const isAway = tables.district !== undefined && most.by[tables.district]?.is === 'outside'
  const strongest = statesOf(tables, most, isAway)
  const weakest = statesOf(tables, least, isAway, strongest)
  const states = statesOf(tables, most, isAway, weakest)
  return { states, force: forceOf(tables, states), overlaps: overlapsOf(tables, index, survey, states) }
}

/**
 * The place known by its zones: certainly inside these, all they inherit or are part of, and the district;
 * outside all others; `known` stands over both. Throws nothing: ids are checked by `ask`.
 */
export function placeOf({ tables, zoneAncestors }: Catalogue, zones: readonly string[], known?: Known): Place {
  const states = tables.zoneIds.map(() => OUTSIDE)
  const enter = (id: string, state: Standing) => {
    const zone = tables.zoneNumber.get(id)
    if (zone !== undefined) states[zone] = state
  }
  for (const id of zones) for (const wider of zoneAncestors.get(id) ?? []) enter(wider, measuredBy(INSIDE, 'inside', 'in', true, id))
  for (const id of [DISTRICT, ...zones]) enter(id, INSIDE)
  if (known) for (const [zone, standing] of known) states[zone] = standing
  return { states, force: forceOf(tables, states) }
}
