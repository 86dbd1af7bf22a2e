import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import { STRENGTH } from '../../src/core/membership'
import type { Finding, Parcel, World } from '../../src/core/model'
import { buildOverlay } from '../../src/core/overlay'
import { rankOf } from '../../src/core/verdict'
import { smallShapes, smallWorld } from './fixture'
import { seeded, star } from './random'

const worldAt = (sigmaScale: number): World => {
  const world = smallWorld(sigmaScale)
  return { ...world, overlay: buildOverlay(world.index, smallShapes(sigmaScale)) }
}
const [world, wider] = [worldAt(1), worldAt(1.5)]
const question = { on: '2024-06-01', project: ['factory', 'farm'] }

const seat = fc.tuple(fc.double({ min: 105.97, max: 106.43, noNaN: true }), fc.double({ min: 28.97, max: 29.43, noNaN: true }))
const parcels = fc.record({ at: seat, seed: fc.nat(1e6), radius: fc.double({ min: 0.0005, max: 0.02, noNaN: true }), kind: fc.constantFrom('area', 'line', 'corridor') })

const parcelOf = ({ at: [x, y], seed, radius, kind }: { at: [number, number]; seed: number; radius: number; kind: string }): Parcel => {
  const ring = star(seeded(seed), x, y, radius * 0.4, radius, 7)
  if (kind === 'area') return { name: '', geometry: { type: 'Polygon', coordinates: [ring] } }
  return { name: '', geometry: { type: 'LineString', coordinates: ring.slice(0, 4) }, ...(kind === 'corridor' ? { corridorM: 30 } : {}) }
}
const findings = (parcel: Parcel, inWorld: World): Finding[] => ask({ kind: 'parcel', parcel }, question, inWorld).findings
const extentOf = ({ overlap }: Finding) => overlap?.areaM2 ?? overlap?.lengthM ?? { min: 0, drawn: 0, max: 0 }

const box = (x: number, y: number, width: number, height: number): Parcel => ({
  name: '',
  geometry: { type: 'Polygon', coordinates: [[[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]] },
})

describe('a parcel', () => {
  it('has min ≤ drawn ≤ max, which a larger error only widens; drawn does not move', () => {
    fc.assert(fc.property(parcels, (made) => {
      const parcel = parcelOf(made)
      const [now, then] = [findings(parcel, world), findings(parcel, wider)]
      now.forEach((finding, at) => {
        const [a, b] = [extentOf(finding), extentOf(then[at] ?? finding)]
        const slack = 1e-3 * Math.max(a.max, b.max)
        expect(a.min <= a.drawn && a.drawn <= a.max).toBe(true)
        expect(b.drawn).toBe(a.drawn)
        expect(b.min <= a.min + slack && b.max >= a.max - slack).toBe(true)
      })
    }), { numRuns: 150 })
  })

  it('keeps the law of the verdict', () => {
    fc.assert(fc.property(parcels, (made) => {
      const { verdict } = ask({ kind: 'parcel', parcel: parcelOf(made) }, question, world)
      expect(rankOf(verdict?.certain)).toBeLessThanOrEqual(rankOf(verdict?.asDrawn))
      expect(rankOf(verdict?.asDrawn)).toBeLessThanOrEqual(rankOf(verdict?.possible))
    }), { numRuns: 150 })
  })

  it('stands in a zone as surely as any of its corners, and a tiny one as its point', () => {
    fc.assert(fc.property(parcels, (made) => {
      const parcel = parcelOf({ ...made, kind: 'area' })
      const own = findings(parcel, world)
      const tiny = findings(box(made.at[0], made.at[1], 1e-6, 1e-6), world)
      const corners = parcel.geometry.type === 'Polygon' ? parcel.geometry.coordinates[0] ?? [] : []
      for (const [x = 0, y = 0] of [...corners, made.at]) {
        ask({ kind: 'point', lonLat: [x, y] }, question, world).findings.forEach((finding, at) => {
          const isNearBand = Math.abs(Math.abs(finding.distanceM ?? 1e9) - 2 * (finding.sigmaM ?? 0)) < 2 || Math.abs(finding.distanceM ?? 1e9) < 2
          if (isNearBand) return
          expect(STRENGTH[own[at]?.is ?? 'failed']).toBeGreaterThanOrEqual(STRENGTH[finding.is])
          if (x === made.at[0] && y === made.at[1]) expect(tiny[at]?.is).toBe(finding.is)
        })
      }
    }), { numRuns: 80 })
  })

  it('touches by a sliver only: shown, counts as possible, drawn outside', () => {
    const finding = findings(box(106.14 - 5e-7, 29.12, 0.001, 0.001), world).find(({ zone }) => zone === 'red')
    expect(finding?.is).toBe('possible')
    expect(finding?.overlap?.sliver).toBe(true)
    expect(finding?.overlap?.areaM2?.drawn).toBeGreaterThan(1)
  })

  it('passes failed zones on, and stands on both sides of a border', () => {
    const found = new Map(findings(box(106.19, 29.19, 0.02, 0.02), world).map((finding) => [finding.zone, finding]))
    expect(found.get('broken')?.is).toBe('failed')
    expect(found.get('town')?.is).toBe('inside')
    expect(found.get('outside-town')?.is).toBe('inside')
    expect(found.get('town')?.distanceM).toBe(0)
  })

  it.each([
    ['crossing', [[106, 29], [106.01, 29.01], [106.01, 29], [106, 29.01], [106, 29]]],
    ['different positions', [[106, 29], [106.01, 29], [106, 29], [106, 29]]],
    ['longitude within', [[106, 29], [29, 106], [106, 29.1], [106, 29]]],
  ])('says what is wrong: %s', (words, ring) => {
    expect(() => findings({ name: '', geometry: { type: 'Polygon', coordinates: [ring] } }, world)).toThrow(words)
  })
})
