/** WKT and EWKT → outlines; several geometries one after the other. */
import { setOf, shapesOf, type Found } from './parcel-geojson'
import { ParcelError, type RawSet, type System } from './parcel-raw'

const START = /(?:SRID\s*=\s*\d+\s*;\s*)?\b(?:MULTI)?(?:POLYGON|LINESTRING|POINT|GEOMETRYCOLLECTION|CURVE|SURFACE|CURVEPOLYGON|TRIANGLE)\b/i

/** Starts like WKT; a word of prose after which no bracket comes does not. */
export const isWkt = (text: string): boolean => /^\s*(?:SRID\s*=\s*\d+\s*;\s*)?(?:MULTI)?(?:POLYGON|LINESTRING|POINT|GEOMETRYCOLLECTION|CURVE|SURFACE|CURVEPOLYGON|COMPOUNDCURVE|CIRCULARSTRING|TIN|TRIANGLE)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i.test(text)

/** Pieces that each have balanced brackets. */
function pieces(text: string): string[] {
  const found: string[] = []
  let [depth, start] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth += 1
    if (text[i] !== ')') continue
    depth -= 1
    if (depth !== 0) continue
    found.push(text.slice(start, i + 1))
    start = i + 1
  }
  const rest = text.slice(start).trim()
  return START.test(rest) ? [...found, rest] : found
}

/** Throws a `ParcelError`. */
export async function readWkt(text: string): Promise<RawSet> {
  const { wktToGeoJSON } = await import('betterknown')
  const found: Found = { shapes: [], points: 0, problems: [] }
  const system: System = {}
  for (const piece of pieces(text.replace(/^\uFEFF/, ''))) {
    const srid = /SRID\s*=\s*(\d+)\s*;/i.exec(piece)?.[1]
    if (srid !== undefined) system.epsg = Number(srid)
    const plain = piece.replace(/^[\s;,]*(?:SRID\s*=\s*\d+\s*;)?\s*/i, '')
    const one = shapesOf(geometryOf(plain, wktToGeoJSON))
    found.shapes.push(...one.shapes)
    found.problems.push(...one.problems)
    found.points += one.points
  }
  if (found.shapes.length === 0 && found.points === 0 && found.problems.length === 0) throw new ParcelError('wkt-broken', { found: text.trim().slice(0, 40) })
  return setOf(found, system)
}

function geometryOf(text: string, parse: (text: string) => unknown): unknown {
  try {
    const geometry = parse(text)
    if (geometry !== null && geometry !== undefined) return geometry
  } catch {
    // told below
  }
  throw new ParcelError('wkt-broken', { found: text.slice(0, 40) })
}
