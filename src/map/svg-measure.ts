/** How wide letters are, asked of the browser once each. */
import type { Measure } from './svg-scene'

/** Letters are measured at this size, px: widths are wanted in em. */
const SIZE = 100

/** Widths in em, for `SceneInput.measure`. */
export function measurer(): Measure | undefined {
  const pen = document.createElement('canvas').getContext('2d')
  if (pen === null) return undefined
  const known = new Map<string, number>()
  return (sign, font) => {
    const key = `${sign}${font}`
    const width = known.get(key)
    if (width !== undefined) return width
    pen.font = font.replace(' 1px ', ` ${SIZE}px `)
    const measured = pen.measureText(sign).width / SIZE
    known.set(key, measured)
    return measured
  }
}
