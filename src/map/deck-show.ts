/** Keeps what deck.gl draws equal to the state: only what differs is made anew and sent. */
import type { FeatureCollection } from 'geojson'
import type { LonLat } from '../core/model'
import type { DeckPicture, FacesPicture, PointsPicture } from './deck-picture'
import { edgesBetween, facesScene, noEdges, partsOf, pointNear, pointsScene, type DeckScene, type FacePart, type FacesScene, type PointsScene } from './deck-scene'
import type { Theme } from './palette'

/** How near to a point a click counts as on it, CSS px. */
const REACH_PX = 8

const sameFaces = (a: FacesPicture | undefined, b: FacesPicture | undefined): boolean => a?.faces === b?.faces && a?.view === b?.view

export class DeckShow {
  private picture: DeckPicture = {}
  private theme: Theme | null = null
  /** The map may still hold lines between verdicts that are not wanted any more. */
  private stale = false
  private parts: readonly FacePart[] = []
  private faces: FacesScene | null = null
  private points: PointsScene | null = null

  constructor(
    private readonly send: (scene: DeckScene | null) => void,
    private readonly sendEdges: (edges: FeatureCollection) => void,
  ) {}

  show(picture: DeckPicture, theme: Theme): void {
    const before = this.picture
    const isRepainted = theme !== this.theme
    const facesDiffer = this.stale || !sameFaces(picture.faces, before.faces)
    const pointsDiffer = picture.points !== before.points
    this.picture = picture
    this.theme = theme
    this.stale = false
    if (facesDiffer || (isRepainted && picture.faces)) this.makeFaces(picture.faces, before.faces, theme)
    if (pointsDiffer || (isRepainted && picture.points)) this.points = picture.points ? pointsScene(picture.points, theme) : null
    const isAny = picture.faces !== undefined || picture.points !== undefined
    if (isAny ? facesDiffer || pointsDiffer || isRepainted : before.faces !== undefined || before.points !== undefined) this.send(isAny ? { faces: this.faces, points: this.points } : null)
    // The lines after it: deck.gl takes its layers in and out only while no source is being read.
    if (facesDiffer) this.sendEdges(picture.faces ? edgesBetween(this.parts, picture.faces.view) : noEdges)
  }

  /** Index of the point that a click is on, or null. `perPx`: degrees of latitude to a CSS px. */
  pointAt(points: PointsPicture | undefined, lonLat: LonLat, perPx: number): number | null {
    return points === undefined ? null : pointNear(points, lonLat, REACH_PX * perPx)
  }

  /** The map lost its graphics: everything is made and sent again next time. */
  forget(): void {
    this.stale = this.picture.faces !== undefined
    this.picture = {}
  }

  private makeFaces(picture: FacesPicture | undefined, before: FacesPicture | undefined, theme: Theme): void {
    if (picture?.faces !== before?.faces) this.parts = picture === undefined ? [] : partsOf(picture.faces)
    this.faces = picture === undefined ? null : facesScene(picture, this.parts, theme)
  }
}
