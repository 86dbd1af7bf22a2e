/** A QR code as one path of squares. */

export interface Qr {
  /** Modules of a side, the quiet zone around it included. */
  size: number
  /** SVG path of the dark modules, one unit each. */
  path: string
}

/** Modules of white that the standard asks for on each side. */
const QUIET = 4

/** 117 modules: with a larger code squares of less than 0.35 mm would have to be printed. */
const LARGEST_VERSION = 25

/** Dark modules as runs along the rows. */
export function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('')
}

function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}

/** Null where the text is too long for a code that a telephone can read off paper (about 1,200 bytes). */
export async function qrOf(text: string): Promise<Qr | null> {
  const { encode } = await import('uqr')
  try {
    const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET, maxVersion: LARGEST_VERSION })
    return { size, path: pathOf(data) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
