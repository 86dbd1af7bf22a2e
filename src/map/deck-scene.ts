/** From what is laid over the map to what deck.gl draws: shapes, colours, hatches. Pure, no deck.gl in here. */
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { LonLat, VerdictWord } from '../core/model'
import type { Face, SuitabilityView } from '../core/suitability-types'
import { VERDICTS } from '../core/verdict'
import type { FacesPicture, PointsPicture } from './deck-picture'
import { palette, type Palette, type Theme, type VerdictHatch, type VerdictLook } from './palette'

export type Rgba = [red: number, green: number, blue: number, alpha: number]

/** One polygon of a face: flat positions, and where in them its holes start. */
export interface FacePart {
  face: Face
  polygon: { positions: Float64Array; holeIndices: number[] }
}

/** A pattern as `FillStyleExtension` names it, CSS px and degrees. */
export type Pattern =
  | { type: 'hatch'; angle: number; strokeWidth: number; gap: number }
  | { type: 'cross-hatch'; angles: [number, number]; strokeWidth: number; gap: number }
  | { type: 'dots'; radius: number; gap: number; angle: number }

export interface FacesScene {
  /** The same array as long as the faces are the same. */
  parts: readonly FacePart[]
  view: SuitabilityView
  theme: Theme
  looks: Record<VerdictWord, { wash: Rgba; ink: Rgba }>
  patterns: Readonly<Record<string, Pattern>>
}

export interface PointsScene {
  count: number
  /** `lon, lat` pairs. */
  positions: Float64Array
  /** Four bytes a point. */
  colours: Uint8Array
  chosen: LonLat | null
  ring: Rgba
  halo: Rgba
}

export interface DeckScene {
  faces: FacesScene | null
  points: PointsScene | null
}

/** `#RRGGBB` and 0..1 to bytes. */
export function rgba(hex: string, opacity = 1): Rgba {
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [byte(1), byte(3), byte(5), Math.round(opacity * 255)]
}

/** The polygons of the faces, one by one. */
export function partsOf(faces: readonly Face[]): FacePart[] {
  return faces.flatMap((face) => {
    const { positions, ringStart, polygonStart } = face.polygons
    return Array.from({ length: Math.max(0, polygonStart.length - 1) }, (_, polygon): FacePart => {
      const rings = ringStart.subarray(polygonStart[polygon], (polygonStart[polygon + 1] ?? 0) + 1)
      const from = rings[0] ?? 0
      const flat = positions.subarray(2 * from, 2 * (rings.at(-1) ?? from))
      return { face, polygon: { positions: flat, holeIndices: Array.from(rings.subarray(1, -1), (start) => 2 * (start - from)) } }
    })
  })
}

function patternOf({ kind, width, gap, angle }: VerdictHatch): Pattern {
  if (kind === 'dots') return { type: 'dots', radius: width / 2, gap, angle }
  if (kind === 'cross') return { type: 'cross-hatch', angles: [angle, angle + 90], strokeWidth: width, gap }
  return { type: 'hatch', angle, strokeWidth: width, gap }
}

/** A pattern for each verdict that has one. */
export function patternsOf({ verdictHatches }: Palette): Record<string, Pattern> {
  return Object.fromEntries(VERDICTS.flatMap((word) => {
    const hatch = verdictHatches[word]
    return hatch === null ? [] : [[word, patternOf(hatch)]]
  }))
}

const lookOfVerdict = ({ wash, washOpacity, ink, inkOpacity }: VerdictLook) => ({ wash: rgba(wash, washOpacity), ink: rgba(ink, inkOpacity) })

/** @param parts of `picture.faces` */
export function facesScene({ view }: FacesPicture, parts: readonly FacePart[], theme: Theme, from: Palette = palette): FacesScene {
  const { verdicts } = from[theme]
  const looks: FacesScene['looks'] = {
    'no-specific-rule': lookOfVerdict(verdicts['no-specific-rule']),
    conditional: lookOfVerdict(verdicts.conditional),
    restricted: lookOfVerdict(verdicts.restricted),
    prohibited: lookOfVerdict(verdicts.prohibited),
  }
  return { parts, view, theme, looks, patterns: patternsOf(from) }
}

/** Opacity of a point: where many lie, all shine through. */
const POINT_OPACITY = 0.85

/** Points in the colour of their verdict; those without one in that of soft ink. */
export function pointsScene({ positions, verdicts, chosen }: PointsPicture, theme: Theme, from: Palette = palette): PointsScene {
  const { verdicts: looks, stage } = from[theme]
  const inks = VERDICTS.map((word) => rgba(looks[word].ink, POINT_OPACITY))
  const none = rgba(stage.inkSoft, POINT_OPACITY / 2)
  const colours = new Uint8Array(4 * verdicts.length)
  verdicts.forEach((verdict, point) => colours.set(inks[verdict] ?? none, 4 * point))
  const at = chosen === null ? null : ([positions[2 * chosen] ?? 0, positions[2 * chosen + 1] ?? 0] as const)
  return { count: verdicts.length, positions, colours, chosen: at, ring: rgba(stage.ink), halo: rgba(stage.halo) }
}

/** Index of the point nearest to a place within a reach (degrees of latitude), or null. */
export function pointNear({ positions }: PointsPicture, [lon, lat]: LonLat, reach: number): number | null {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let [nearest, least]: [number | null, number] = [null, reach * reach]
  for (let at = 0; at < positions.length; at += 2) {
    const [dx, dy] = [((positions[at] ?? 0) - lon) * squeeze, (positions[at + 1] ?? 0) - lat]
    const distance = dx * dx + dy * dy
    // A later point lies on top of an earlier one.
    if (distance <= least) [nearest, least] = [at / 2, distance]
  }
  return nearest
}

/** The lines where the verdict of the view changes, and the outer edge: an edge between two parts of one verdict is none. */
export function edgesBetween(parts: readonly FacePart[], view: SuitabilityView): FeatureCollection {
  const byVerdict = new Map<string, VerdictWord>()
  for (const { face, polygon } of parts) eachEdge(polygon, (a, b) => void byVerdict.set(`${a};${b}`, face.verdict[view]))
  const lines: Position[][] = []
  for (const { face, polygon } of parts) {
    const word = face.verdict[view]
    let open: Position[] | null = null
    let last = -1
    eachEdge(polygon, (a, b, at) => {
      const across = byVerdict.get(`${b};${a}`)
      // Of the two sides the stricter draws, so that each line is there once.
      const drawn = across === undefined || VERDICTS.indexOf(word) > VERDICTS.indexOf(across)
      if (drawn && open !== null && last === at - 1) open.push([...b])
      else if (drawn) lines.push((open = [[...a], [...b]]))
      else open = null
      last = at
    })
  }
  return collectLines(lines)
}

function eachEdge({ positions, holeIndices }: FacePart['polygon'], take: (a: LonLat, b: LonLat, at: number) => void): void {
  const starts = [0, ...holeIndices, positions.length].map((index) => index / 2)
  starts.slice(1).forEach((end, ring) => {
    for (let at = starts[ring] ?? 0; at < end - 1; at++) {
      take([positions[2 * at] ?? 0, positions[2 * at + 1] ?? 0], [positions[2 * at + 2] ?? 0, positions[2 * at + 3] ?? 0], at)
    }
  })
}

export const noEdges: FeatureCollection = { type: 'FeatureCollection', features: [] }

function collectLines(lines: Position[][]): FeatureCollection {
  if (lines.length === 0) return noEdges
  const feature: Feature = { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } }
  return { type: 'FeatureCollection', features: [feature] }
}
