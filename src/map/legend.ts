/** What a legend shows for a shape: the same records the map draws from. */
import type { ZoneShape } from '../core/model'
import { formOf, lookOf, palette, toneOf, type Form, type Palette, type Theme } from './palette'

/** One legend entry. Widths and gaps in CSS px, opacities 0 to 1, colours sRGB hex. */
export interface Swatch {
  form: Form
  /** The outline, ring, course or point; `dash` in line widths, null for an unbroken line. */
  line: { color: string; width: number; dash: number[] | null }
  fill: { color: string; opacity: number } | null
  /** Lines where `across · (x, y)` is constant, x to the right, y down. */
  hatch: { id: string; color: string; opacity: number; across: number[]; gap: number; width: number } | null
  /** A blurred edge as wide as `sigmas` times the error of the line. */
  soft: { color: string; opacity: number; sigmas: number } | null
  /** A translucent band along a course. */
  band: { color: string; opacity: number; width: number } | null
}

/** Name of the hatch image of a look in a form, or null where the form has no hatch. */
export function hatchIdOf(hatch: string | null, form: Form, from: Palette = palette): string | null {
  return hatch === null || from.sureness[form].gap === null ? null : `${hatch}-${form}`
}

function hatchOf(look: ReturnType<typeof lookOf>, form: Form, color: string, from: Palette): Swatch['hatch'] {
  const id = hatchIdOf(look.hatch, form, from)
  const gap = from.sureness[form].gap
  if (id === null || gap === null || look.hatch === null) return null
  const hatch = from.hatches[look.hatch]
  if (hatch === undefined) throw new Error(`Expected hatch "${look.hatch}" in palette.json, found ${Object.keys(from.hatches).join(', ')}. Add it or correct the look.`)
  return { id, color, opacity: look.hatchOpacity ?? 0.4, across: hatch.across, gap, width: hatch.width }
}

/** The legend entry of a shape of `zone` in `layer`. */
export function legendOf(zone: string, layer: string, shape: Pick<ZoneShape, 'kind' | 'certainty'>, theme: Theme, from: Palette = palette): Swatch {
  const form = formOf(shape)
  const look = lookOf(zone, layer, from)
  const manner = from.sureness[form]
  const { line, hatch } = toneOf(look.tone, theme, from)
  return {
    form,
    line: { color: line, width: look.width ?? 1, dash: manner.dash },
    fill: manner.fill > 0 ? { color: hatch, opacity: manner.fill } : null,
    hatch: hatchOf(look, form, hatch, from),
    soft: manner.softSigmas > 0 ? { color: hatch, opacity: look.softOpacity ?? 0.16, sigmas: manner.softSigmas } : null,
    band: form === 'axis' && look.band !== undefined ? { color: hatch, opacity: look.softOpacity ?? 0.16, width: look.band } : null,
  }
}
