/** The small district of `tests/core/fixture.ts` with its overlay and words, and extracts of it. */
import { ask } from '../../src/core/ask'
import type { Parcel, Question, Subject, World } from '../../src/core/model'
import { buildOverlay } from '../../src/core/overlay'
import { textsOf } from '../../src/core/rule-text'
import { extractOf, nearOf, type Extract } from '../../src/extract/extract'
import { smallSeeds, smallShapes, smallWorld } from '../core/fixture'

export const texts = textsOf(smallSeeds())

export function surveyedWorld(sigmaScale = 1): World {
  const world = smallWorld(sigmaScale)
  return { ...world, overlay: buildOverlay(world.index, smallShapes(sigmaScale)) }
}

/** Across the eastern line of `red`. */
export const site: Parcel = {
  name: 'site',
  geometry: { type: 'Polygon', coordinates: [[[106.13, 29.11], [106.15, 29.11], [106.15, 29.12], [106.13, 29.12], [106.13, 29.11]]] },
}

export const road: Parcel = { name: 'road', geometry: { type: 'LineString', coordinates: [[106.13, 29.11], [106.15, 29.11]] }, corridorM: 20 }

export const parcelAsked = (parcel: Parcel): Subject => ({ kind: 'parcel', parcel })

export const question: Question = { on: '2024-06-01', project: ['mill'], facts: { isNew: true } }

export function extractIn(world: World, subject: Subject = parcelAsked(site), asked: Question = question, words = texts): Extract {
  return extractOf(ask(subject, asked, world), asked, world, words, nearOf(subject, world))
}
