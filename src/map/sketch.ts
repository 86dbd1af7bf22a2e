/** The drawing tools on the map: Terra Draw and its adapter, read when someone first draws. */
import type { MapLibreMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawCircleMode, TerraDrawLineStringMode, TerraDrawPolygonMode, TerraDrawRectangleMode, TerraDrawSelectMode, type GeoJSONStoreFeatures, type HexColor } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { ParcelGeometry } from '../core/model'
import type { Sketch } from './map-port'
import type { ParcelColours } from './palette'
import { joined, partsOf, type SketchPart } from './sketch-geometry'

/** A sketch under way. */
export interface Sketching {
  /** Ends it with what is there, where that is enough. */
  finish(): void
  /** Takes the tools off the map. */
  stop(): void
}

type Done = (geometry: ParcelGeometry) => void
/** Hears what is drawn so far. */
type Traced = (geometry: ParcelGeometry) => void

interface Hears {
  done: Done
  traced: Traced
}

const TOUCH_PX = 26
const MOUSE_PX = 14
/** How near a click counts as on a point, CSS px. */
const reach = (): number => (matchMedia('(pointer: coarse)').matches ? TOUCH_PX : MOUSE_PX)

const hex = (colour: string): HexColor => `#${colour.slice(1)}`

/** Double clicks finish a drawing and must not zoom: who opens the sketch sees to that. */
class Adapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  override setDoubleClickToZoom(): void {}
}

function drawnStyles({ sketch, sketchHalo }: ParcelColours) {
  const area = { fillColor: hex(sketch), fillOpacity: 0.16, outlineColor: hex(sketch), outlineWidth: 2.4 }
  const closing = { closingPointColor: hex(sketchHalo), closingPointWidth: 5, closingPointOutlineColor: hex(sketch), closingPointOutlineWidth: 2.4 }
  const vertices = { coordinatePointColor: hex(sketchHalo), coordinatePointWidth: 3.4, coordinatePointOutlineColor: hex(sketch), coordinatePointOutlineWidth: 2 }
  return { area, closing, vertices, line: { lineStringColor: hex(sketch), lineStringWidth: 3 } }
}

function selectedStyles({ sketch, sketchHalo }: ParcelColours) {
  return {
    selectedPolygonColor: hex(sketch),
    selectedPolygonFillOpacity: 0.16,
    selectedPolygonOutlineColor: hex(sketch),
    selectedPolygonOutlineWidth: 2.4,
    selectedLineStringColor: hex(sketch),
    selectedLineStringWidth: 3,
    selectionPointColor: hex(sketchHalo),
    selectionPointWidth: 6,
    selectionPointOutlineColor: hex(sketch),
    selectionPointOutlineWidth: 2.6,
    midPointColor: hex(sketch),
    midPointWidth: 4,
    midPointOutlineColor: hex(sketchHalo),
    midPointOutlineWidth: 1.6,
  }
}

const drawKeys = { cancel: null, finish: 'Enter' }
/** Vertices move, not the whole: a parcel must not slip away when someone drags the map. */
const editFlags = { feature: { draggable: false, coordinates: { draggable: true, midpoints: true, deletable: true } } }

function toolsFor(colours: ParcelColours) {
  const styles = drawnStyles(colours)
  const pointerDistance = reach()
  const common = { pointerDistance, keyEvents: drawKeys }
  const twoPoints = { ...common, drawInteraction: 'click-move-or-drag' as const, styles: styles.area }
  return [
    new TerraDrawPolygonMode({ ...common, showCoordinatePoints: true, styles: { ...styles.area, ...styles.closing, ...styles.vertices } }),
    new TerraDrawLineStringMode({ ...common, showCoordinatePoints: true, styles: { ...styles.line, ...styles.closing, ...styles.vertices } }),
    new TerraDrawRectangleMode(twoPoints),
    new TerraDrawCircleMode({ ...twoPoints, segments: 64 }),
    new TerraDrawSelectMode({ pointerDistance, keyEvents: null, flags: { polygon: editFlags, linestring: editFlags }, styles: selectedStyles(colours) }),
  ]
}

function partOf({ geometry }: GeoJSONStoreFeatures, holes: SketchPart['holes'] = []): SketchPart | null {
  if (geometry.type === 'Polygon') return { kind: 'polygon', path: geometry.coordinates[0] ?? [], holes }
  return geometry.type === 'LineString' ? { kind: 'linestring', path: geometry.coordinates, holes } : null
}

/** What is drawn so far, up to where the pointer is. */
function tellTraced(draw: TerraDraw, mode: string, traced: Traced): void {
  draw.on('change', (ids) => {
    const drawn = ids.map((id) => draw.getSnapshotFeature(id)).find((feature) => feature?.properties['mode'] === mode && feature.geometry.type !== 'Point')
    const part = drawn === undefined ? null : partOf(drawn)
    if (part !== null) traced(part.kind === 'polygon' ? { type: 'Polygon', coordinates: [part.path] } : { type: 'LineString', coordinates: part.path })
  })
}

/** Draws one figure; a figure without size is dropped and drawing goes on. */
function openDrawing(draw: TerraDraw, mode: 'polygon' | 'rectangle' | 'circle' | 'linestring', canvas: HTMLElement, { done, traced }: Hears): Sketching['finish'] {
  tellTraced(draw, mode, traced)
  draw.on('finish', (id, { action }) => {
    const drawn = draw.getSnapshotFeature(id)
    const part = action !== 'draw' || drawn === undefined ? null : partOf(drawn)
    const geometry = part === null ? null : joined([part])
    draw.clear()
    if (geometry !== null) done(geometry)
  })
  draw.setMode(mode)
  return () => void canvas.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }))
}

const featureOf = (id: string | number, { kind, path }: SketchPart): GeoJSONStoreFeatures => ({
  type: 'Feature',
  id,
  geometry: kind === 'polygon' ? { type: 'Polygon', coordinates: [path] } : { type: 'LineString', coordinates: path },
  properties: { mode: kind },
})

/** Edits the outer rings or lines of a geometry, each selected by a click; a click beside all of them ends it. */
function openEditing(draw: TerraDraw, geometry: ParcelGeometry | null, done: Done): Sketching['finish'] {
  if (geometry === null) throw new Error('expected a geometry to edit, found none, give the one of the parcel')
  const parts = partsOf(geometry).map((part) => ({ id: draw.getFeatureId(), part }))
  const refused = draw.addFeatures(parts.map(({ id, part }) => featureOf(id, part))).find(({ valid }) => !valid)
  if (refused !== undefined) throw new Error(`expected rings and lines that can be edited, found one that cannot (${refused.reason ?? 'no reason given'}), draw the parcel anew`)
  const finish = () => {
    const edited = joined(parts.flatMap(({ id, part }) => {
      const feature = draw.getSnapshotFeature(id)
      return feature === undefined ? [] : (partOf(feature, part.holes) ?? [])
    }))
    if (edited !== null) done(edited)
  }
  let selected = 0
  draw.on('select', () => void selected++)
  // Selecting another part deselects this one first.
  draw.on('deselect', () => {
    selected--
    queueMicrotask(() => {
      if (selected === 0) finish()
    })
  })
  draw.setMode('select')
  if (parts[0] !== undefined) draw.selectFeature(parts[0].id)
  return finish
}

/**
 * Puts the tools on the map. `done` hears of the end once; then the sketch is to be stopped.
 * @throws Error when the tools cannot hold the geometry; they are off the map again then
 */
export function openSketch(map: MapLibreMap, { mode, geometry, colours }: Sketch, { done, traced }: Hears): Sketching {
  const draw = new TerraDraw({ adapter: new Adapter({ map, coordinatePrecision: 9 }), modes: toolsFor(colours) })
  draw.start()
  let open = true
  const end: Done = (drawn) => {
    if (open) done(drawn)
    open = false
  }
  try {
    const finish = mode === 'edit' ? openEditing(draw, geometry, end) : openDrawing(draw, mode === 'line' ? 'linestring' : mode, map.getCanvas(), { done: end, traced })
    return {
      finish,
      stop() {
        open = false
        draw.stop()
      },
    }
  } catch (error) {
    draw.stop()
    throw error
  }
}
