/** The public record of where a place stands. */
import type { Catalogue } from './catalogue'
import type { Finding } from './model'
import type { Place } from './place'
import { INSIDE, OUTSIDE, UNMAPPED, type Standing } from './standing'

/** Findings that are the same at every place; shared by all answers, so never to be changed. */
export interface PlainFindings {
  readonly unmapped: readonly Finding[]
  readonly outside: readonly Finding[]
  readonly inside: readonly Finding[]
}

export function plainFindings(zones: readonly string[]): PlainFindings {
  const all = (is: Finding['is']) => zones.map((zone): Finding => Object.freeze({ zone, is }))
  return { unmapped: all('unmapped'), outside: all('outside'), inside: all('inside') }
}

/** Distances in whole metres. */
function measured(zone: string, { is, distanceM, sigmaM, certainty, kind, via, why, known }: Standing): Finding {
  const finding: Finding = { zone, is }
  // Adding 0 turns −0 into 0.
  if (distanceM !== undefined) finding.distanceM = Math.round(distanceM) + 0
  if (sigmaM !== undefined) finding.sigmaM = sigmaM
  if (certainty !== undefined) finding.certainty = certainty
  if (kind !== undefined) finding.kind = kind
  if (via !== undefined) finding.via = via
  if (why !== undefined) finding.why = why
  if (known) finding.known = true
  return finding
}

function findingOf({ plain, zoneIds }: Catalogue['tables'], zone: number, state: Standing): Finding | undefined {
  if (state === UNMAPPED) return plain.unmapped[zone]
  if (state === OUTSIDE) return plain.outside[zone]
  return state === INSIDE ? plain.inside[zone] : measured(zoneIds[zone] ?? '', state)
}

/** One finding for every zone, in catalogue order. */
export function findingsOf({ tables }: Catalogue, { states, overlaps }: Place): Finding[] {
  const findings = [...tables.plain.unmapped]
  for (let zone = 0; zone < findings.length; zone++) {
    const state = states[zone]
    const finding = state === undefined || state === UNMAPPED ? undefined : findingOf(tables, zone, state)
    const overlap = overlaps?.[zone]
    if (finding) findings[zone] = overlap ? { ...finding, overlap } : finding
  }
  return findings
}
