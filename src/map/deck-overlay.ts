/** Faces and points drawn by deck.gl between the layers of the map. Loaded when first asked for; the only file that runs deck.gl. */
import { FillStyleExtension, type FillStyleExtensionProps } from '@deck.gl/extensions'
import { ScatterplotLayer, SolidPolygonLayer, type SolidPolygonLayerProps } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { MapLibreMap } from 'maplibre-gl'
import type { DeckScene, FacePart, FacesScene, PointsScene, Rgba } from './deck-scene'

/** Faces lie on the land, below the lines between them and all zones; points above those, below the parcels. */
const ABOVE_FACES = 'faces/line'
const ABOVE_POINTS = 'parcel/corridor'

/** Everything lies flat, in the order of the style: depth would only quarrel with it. */
const flat = { depthCompare: 'always', depthWriteEnabled: false } as const

/** A point covers this on the ground, between a least and a most on the screen; many are smaller from afar, or the land drowns in them. */
const POINT = { radiusM: 60, mostPx: 4, leastPx: 3.2, leastOfManyPx: 1.7, many: 5000, ringPx: 8, ringWidthPx: 2.2, haloWidthPx: 5 }

type FacesProps = SolidPolygonLayerProps<FacePart> & FillStyleExtensionProps<FacePart> & { beforeId: string }

const hatched = new FillStyleExtension({ proceduralPattern: true })

function facesLayer({ parts, view, theme, looks, patterns }: FacesScene): SolidPolygonLayer<FacePart, FacesProps> {
  const lookOf = ({ face }: FacePart) => looks[face.verdict[view]]
  return new SolidPolygonLayer<FacePart, FacesProps>({
    id: 'faces',
    beforeId: ABOVE_FACES,
    data: parts,
    positionFormat: 'XY',
    getPolygon: ({ polygon }) => polygon,
    getFillColor: (part: FacePart): Rgba => lookOf(part).ink,
    getFillPattern: ({ face }) => face.verdict[view],
    getFillPatternBackgroundColor: (part: FacePart): Rgba => lookOf(part).wash,
    fillPatternMapping: patterns,
    fillPatternSizeUnits: 'pixels',
    extensions: [hatched],
    updateTriggers: { getFillColor: [view, theme], getFillPattern: [view], getFillPatternBackgroundColor: [view, theme] },
    parameters: flat,
  })
}

function pointsLayer({ count, positions, colours }: PointsScene) {
  return new ScatterplotLayer<unknown, { beforeId: string }>({
    id: 'points',
    beforeId: ABOVE_POINTS,
    data: { length: count, attributes: { getPosition: { value: positions, size: 2 }, getFillColor: { value: colours, size: 4 } } },
    positionFormat: 'XY',
    radiusUnits: 'meters',
    getRadius: POINT.radiusM,
    radiusMinPixels: count > POINT.many ? POINT.leastOfManyPx : POINT.leastPx,
    radiusMaxPixels: POINT.mostPx,
    parameters: flat,
  })
}

/** A ring around the chosen point, on a halo. */
function ringLayer(id: string, at: readonly [number, number], colour: Rgba, widthPx: number) {
  return new ScatterplotLayer<readonly [number, number], { beforeId: string }>({
    id,
    beforeId: ABOVE_POINTS,
    data: [at],
    getPosition: ([lon, lat]) => [lon, lat],
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    getRadius: POINT.ringPx,
    filled: false,
    stroked: true,
    getLineColor: colour,
    getLineWidth: widthPx,
    updateTriggers: { getLineColor: colour },
    parameters: flat,
  })
}

const ringsOf = ({ chosen, ring, halo }: PointsScene) => (chosen === null ? [] : [ringLayer('chosen-halo', chosen, halo, POINT.haloWidthPx), ringLayer('chosen', chosen, ring, POINT.ringWidthPx)])

function layersOf({ faces, points }: DeckScene) {
  return [...(faces === null ? [] : [facesLayer(faces)]), ...(points === null ? [] : [pointsLayer(points), ...ringsOf(points)])]
}

/** When deck.gl may find that the style has settled. */
const settling = ['sourcedata', 'render'] as const

export class DeckOverlay {
  private overlay: MapLibreOverlay | null = null
  private scene: DeckScene | null = null

  constructor(private readonly map: MapLibreMap) {}

  /** Draws a scene; with null gives everything back. */
  show(scene: DeckScene | null): void {
    this.scene = scene
    this.draw()
  }

  /**
   * After a loss of graphics. luma.gl keeps what it knows of a context, and its own versions of the calls, on the
   * context itself: none of it holds for the context that comes back, and the map would trip over it as well.
   */
  forget(): void {
    this.show(null)
    const context = this.map.getCanvas().getContext('webgl2')
    if (context !== null) for (const name of Object.getOwnPropertyNames(context)) Reflect.deleteProperty(context, name)
  }

  /** deck.gl finds its place between the layers of a settled style only: until then it is tried again. */
  private readonly draw = (): void => {
    const isSettled = this.map.isStyleLoaded() === true
    for (const event of settling) this.map[isSettled || this.scene === null ? 'off' : 'on'](event, this.draw)
    if (this.scene === null) this.end()
    else if (isSettled) this.begin().setProps({ layers: layersOf(this.scene) })
  }

  private begin(): MapLibreOverlay {
    if (this.overlay !== null) return this.overlay
    const overlay = new MapLibreOverlay({ interleaved: true, layers: [] })
    this.map.addControl(overlay)
    return (this.overlay = overlay)
  }

  private end(): void {
    if (this.overlay !== null) this.map.removeControl(this.overlay)
    this.overlay = null
  }
}
