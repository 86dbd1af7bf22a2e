/**
 * Tiles of 天地图, the basemap of the national platform, with the reader's own key. WMTS, matrix set `w`: Web Mercator on
 * CGCS2000, as this page. The form of the address is the one its users write (e.g. liuxspro/qgis-plugin-tianditu,
 * htoooth/Leaflet.ChineseTmsProviders). A key that is refused gives 403 or 418, or words in place of a picture.
 */

/** Drawn map and imagery, each with its names (`cva`, `cia`). */
export type TianLayer = 'vec' | 'cva' | 'img' | 'cia'

export interface TilePlace {
  layer: TianLayer
  z: number
  x: number
  y: number
}

/** `status`: HTTP, or null where nothing was answered: no network, or a refusal that browsers do not let pages read. */
export type TileOutcome = { tile: ArrayBuffer } | { status: number | null }

const SERVERS = 8 // t0 to t7

/** Ms until a tile is given up: the map counts as drawn only when none is awaited. */
const PATIENCE_MS = 12_000

/** The same tile always from the same server, so that the browser finds it again. */
export function tileUrl({ layer, z, x, y }: TilePlace, key: string): string {
  const query = new URLSearchParams({
    SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: layer, STYLE: 'default', TILEMATRIXSET: 'w', FORMAT: 'tiles',
    TILEMATRIX: String(z), TILEROW: String(y), TILECOL: String(x), tk: key,
  })
  return `https://t${(x + y) % SERVERS}.tianditu.gov.cn/${layer}_w/wmts?${query.toString()}`
}

/** Aborted by the map, or when it took too long. */
function hurried(signal: AbortSignal): AbortSignal {
  const own = new AbortController()
  signal.addEventListener('abort', () => own.abort(), { once: true })
  setTimeout(() => own.abort(), PATIENCE_MS)
  return own.signal
}

type Get = (url: string, options: RequestInit) => Promise<Response>

/** Gets one tile. That there is none is expected: it is told, not thrown. */
export async function loadTile(place: TilePlace, key: string, signal: AbortSignal, get: Get = (...request) => fetch(...request)): Promise<TileOutcome> {
  try {
    const response = await get(tileUrl(place, key), { signal: hurried(signal), credentials: 'omit' })
    const isPicture = response.headers.get('content-type')?.startsWith('image/') ?? false
    return response.ok && isPicture ? { tile: await response.arrayBuffer() } : { status: response.status }
  } catch {
    return { status: null }
  }
}
