/** Parcels against the drawn zones: standings, areas and lengths, pieces, surroundings. Loaded when the first parcel comes. */
import type { Feature, Geometry, MultiLineString, MultiPolygon } from 'geojson'
import type { Parcel, ZoneShape } from './model'
import { gapBetween } from './overlay-gap'
import { cutFigure, frameOf, linesOf, merged, pathIn, polygonsOf } from './overlay-frame'
import { offsetRings } from './overlay-offset'
import { readyParcel, type Ready } from './overlay-parcel'
import { boxOf, sightOf } from './overlay-rings'
import { overlayShape, type OverlayShape } from './overlay-shapes'
import { extentOf, leastOf, mostOf, overlapOf, sightShape } from './overlay-standing'
import type { Near, Survey, ZoneOverlay } from './survey'
import { failure, type ZoneIndex } from './zone-index'

/** By position in `ZoneIndex.zones`. */
type ShapesOf = readonly (readonly OverlayShape[])[]

function survey({ zones, failed }: ZoneIndex, shapesOf: ShapesOf, ready: Ready): Survey {
  const found = zones.map((zone, position) => {
    const sights = (shapesOf[position] ?? []).map((of) => sightShape(ready, of))
    const extent = extentOf(ready, sights)
    const most = mostOf(ready, sights, extent, Object.hasOwn(failed, zone) ? failure(failed[zone] ?? '') : undefined)
    return { most, least: leastOf(ready, extent, most), overlap: overlapOf(ready, extent) }
  })
  return { measures: ready.measures, most: found.map(({ most }) => most), least: found.map(({ least }) => least), overlaps: found.map(({ overlap }) => overlap) }
}

function piece({ frame, figure }: Ready, shapes: readonly OverlayShape[]): MultiPolygon | MultiLineString | null {
  const cut = cutFigure(frame, figure, shapes.filter(({ shape }) => shape.kind === 'outline').flatMap(({ plain }) => plain))
  if (cut.size === 0) return null
  return figure.isOpen ? linesOf(frame, cut.paths) : polygonsOf(frame, cut.paths)
}

function nearTo(ready: Ready, { shape, edges, plain }: OverlayShape): Near {
  const { distanceM, lonLat } = gapBetween(ready.edges, edges)
  const isIn = cutFigure(ready.frame, ready.figure, plain).size > 0
  const around = sightOf(ready.rings.closed, [lonLat[0], lonLat[1], lonLat[0], lonLat[1]])
  return { zone: shape.zone, distanceM: isIn || (around.near.length === 0 && around.winding > 0) ? 0 : distanceM, sigmaM: shape.sigmaM, lonLat }
}

function near(ready: Ready, shapesOf: ShapesOf, withinM: number): Near[] {
  const nearest = shapesOf.flatMap((shapes) => shapes.map((of) => nearTo(ready, of)).sort((a, b) => a.distanceM - b.distanceM).slice(0, 1))
  return nearest.filter(({ distanceM }) => distanceM <= withinM).sort((a, b) => a.distanceM - b.distanceM || (a.zone < b.zone ? -1 : 1))
}

function widened({ rings, frame, figure }: Ready, byM: number): MultiPolygon {
  if (!(byM >= 0 && byM < 1e6)) throw new RangeError(`Expected a distance of 0 or more metres, found ${byM}. Give how far the ring lies from the parcel.`)
  if (byM === 0) return figure.isOpen ? { type: 'MultiPolygon', coordinates: [] } : polygonsOf(frame, figure.paths)
  const wide = offsetRings(rings, byM)
  const wider = frameOf(boxOf(wide))
  return polygonsOf(wider, merged(wider, wide.map((ring) => pathIn(wider, ring))).paths)
}

/** `features`: those the index was built from. */
export function buildOverlay(index: ZoneIndex, features: readonly Feature<Geometry, ZoneShape>[]): ZoneOverlay {
  const drawn = features.filter(({ properties }) => properties.kind !== 'mark').map(overlayShape)
  const shapesOf = index.zones.map((zone) => drawn.filter(({ shape }) => shape.zone === zone))
  return {
    survey: (parcel: Parcel) => survey(index, shapesOf, readyParcel(parcel)),
    piece: (parcel, zone) => piece(readyParcel(parcel), shapesOf[index.zones.indexOf(zone)] ?? []),
    near: (parcel, withinM) => near(readyParcel(parcel), shapesOf, withinM),
    widened: (parcel, byM) => widened(readyParcel(parcel), byM),
  }
}
