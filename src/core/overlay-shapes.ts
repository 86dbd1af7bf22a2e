/** The drawn shapes of the overlay, each with its widened and narrowed outlines, made when first asked for. */
import type { Feature, Geometry } from 'geojson'
import { readEdges } from './edges'
import type { ZoneShape } from './model'
import { boxesOf, type EdgeBoxes } from './nearest'
import { offsetRings } from './overlay-offset'
import { boxOf, ringsOf, type Box, type Ring } from './overlay-rings'

export interface OverlayShape {
  readonly shape: ZoneShape
  readonly box: Box
  readonly edges: EdgeBoxes
  /** What is drawn; nothing of an axis, which has no inside. */
  readonly plain: readonly Ring[]
  /** More than 2 sigma inside an outline. */
  eroded(): readonly Ring[]
  /** Within 2 sigma of an outline or envelope and all inside it; of an axis the band along it. */
  dilated(): readonly Ring[]
}

function lazily<T>(make: () => T): () => T {
  let made: { it: T } | undefined
  return () => (made ??= { it: make() }).it
}

export function overlayShape({ geometry, properties: shape }: Feature<Geometry, ZoneShape>): OverlayShape {
  const rings = ringsOf(geometry)
  const plain = shape.kind === 'axis' ? [] : rings.closed
  const bandM = 2 * shape.sigmaM
  return {
    shape,
    box: boxOf([...rings.closed, ...rings.open]),
    edges: boxesOf(readEdges([geometry], [shape.zone]), 0),
    plain,
    eroded: lazily(() => (shape.kind !== 'outline' ? [] : bandM === 0 ? plain : offsetRings(rings, -bandM))),
    dilated: lazily(() => (bandM === 0 ? plain : offsetRings(rings, bandM, 'round', shape.kind === 'axis'))),
  }
}
