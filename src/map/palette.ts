/** The types of `palette.json` and the look of one shape. */
import type { VerdictWord, ZoneShape } from '../core/model'
import looks from '../../geodata/looks.json'
import raw from './palette.json'

export type Theme = 'light' | 'dark'

/** How a shape is drawn: outlines by certainty class, everything else by its kind. */
export type Form = 'A' | 'B' | 'C' | 'envelope' | 'axis' | 'mark'

/** Colours of one idea: its line, its hatch or fill, its lettering. */
export interface Tone {
  line: string
  hatch: string
  text: string
}

export interface Stage {
  outside: string
  paper: string
  /** Hypsometric tints, lowest first. */
  relief: string[]
  reliefShade: string
  contour: string
  neighbour: string
  neighbourText: string
  greatRiver: string
  greatRiverText: string
  boundary: string
  boundaryHalo: string
  glow: string
  ink: string
  inkSoft: string
  halo: string
  seat: string
  focus: string
}

/** Colours of the parcels asked about and of the drawing tools. */
export interface ParcelColours {
  line: string
  halo: string
  /** Fill of the active parcel and of corridors, laid on thinly. */
  wash: string
  /** The part of the parcel that a rule catches. */
  piece: string
  /** Ring at a distance around the parcel. */
  ring: string
  sketch: string
  sketchHalo: string
}

/** How a basemap is toned, so that what lies on it is read: the paint of a raster layer. */
export interface GroundLook {
  brightnessMax: number
  saturation: number
  opacity: number
}

/** How a verdict is laid over the land: a wash, and on it a hatch. Opacities 0 to 1. */
export interface VerdictLook {
  wash: string
  washOpacity: number
  ink: string
  inkOpacity: number
}

/** `width`: of a line, or across a dot; `gap`: free between two; CSS px. `angle` of the lines, degrees; `cross` has others across them. */
export interface VerdictHatch {
  kind: string
  width: number
  gap: number
  angle: number
}

export interface Colours {
  stage: Stage
  parcel: ParcelColours
  verdicts: Record<VerdictWord, VerdictLook>
  /** Line between two verdicts. */
  verdictEdge: string
  grounds: Record<'vector' | 'imagery', GroundLook>
  tones: Record<string, Tone>
}

/** Lines where `across · (x, y)` is constant, x to the right, y down; `width` in CSS px. */
export interface Hatch {
  across: number[]
  width: number
}

/** What a form adds to every look. `gap` between hatch lines, CSS px; `dash` in line widths. */
export interface Manner {
  fill: number
  gap: number | null
  /** Width of the soft edge, in sigmas of the shape. */
  softSigmas: number
  dash: number[] | null
}

/** What a zone adds to its form. Widths in CSS px, opacities 0 to 1. */
export interface Look {
  tone: string
  hatch: string | null
  hatchOpacity?: number
  softOpacity?: number
  width?: number
  /** Width of the translucent band along an axis. */
  band?: number
  /** Where its name stands: `area` inside any shape, `outline` inside outlines only, `line`, `crest`, `none`. */
  label: string
  /** Zone whose name it carries in place of its own. */
  nameOf?: string
  /** Smaller is more important where labels compete. */
  rank: number
  /** Sign of a point. */
  icon?: string
  /** Size class of a place: 0 the seat of the district, 1 large, 2 small. */
  size?: number
}

export interface Palette {
  light: Colours
  dark: Colours
  hatches: Record<string, Hatch>
  verdictHatches: Record<VerdictWord, VerdictHatch | null>
  sureness: Record<Form, Manner>
  /** Widest soft edge at a zoom: `[zoom, px]`, rising. */
  softEdge: { capPx: number[][] }
  looks: Record<string, Look>
  layerLooks: Record<string, Look>
  fonts: string[]
}

export const palette: Palette = { ...raw, looks: looks.looks, layerLooks: looks.layerLooks }

/** The form a shape is drawn in. */
export function formOf({ kind, certainty }: Pick<ZoneShape, 'kind' | 'certainty'>): Form {
  return kind === 'outline' ? certainty : kind
}

/** The look of a zone in a layer: its own, else that of the layer, else the plain one. */
export function lookOf(zone: string, layer: string, from: Palette = palette): Look {
  const look = from.looks[zone] ?? from.layerLooks[layer] ?? from.layerLooks['*']
  if (look === undefined)
    throw new Error(`Expected a look for zone ${zone} or layer ${layer} in geodata/looks.json, found none. Add it to "looks", or a "*" entry to "layerLooks".`)
  return look
}

/** The colours of a tone. */
export function toneOf(name: string, theme: Theme, from: Palette = palette): Tone {
  const tone = from[theme].tones[name]
  if (tone === undefined)
    throw new Error(`Expected tone "${name}" under ${theme}.tones in palette.json, found ${Object.keys(from[theme].tones).join(', ')}. Add it or correct the look that names it.`)
  return tone
}
