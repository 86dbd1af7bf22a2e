/** Makes a file of an extract; what is heavy is fetched when it is asked for. */
import type { ZoneOverlay } from '../core/survey'
import type { Lang } from '../state/url'
import type { FileKind } from './extract-files'
import type { Ready } from './extract-made'
import type { MapPicture } from './extract-picture'

export interface Making {
  made: Ready
  lang: Lang
  overlay: ZoneOverlay | undefined
  /** Address that asks again. */
  link: string
  /** Said where there is no hash. */
  noHash: string
  attribution: string
  picture(): Promise<MapPicture | null>
}

async function docxOf({ made, lang, link, noHash, attribution, picture }: Making): Promise<Blob> {
  const [{ extractDocx }, { bytesOf }, map] = await Promise.all([import('../extract/docx'), import('./extract-picture'), picture()])
  const hash = typeof made.hash === 'string' ? made.hash : noHash
  return extractDocx(made.extract, lang, { hash, link, attribution, ...(map && { mapPng: bytesOf(map.url) }) })
}

/** Rejects with `NoHash` for the JSON file where the browser withholds the hash: it is what that file is for. */
export async function fileOf(kind: FileKind, making: Making): Promise<Blob> {
  const { extract } = making.made
  switch (kind) {
    case 'docx':
      return docxOf(making)
    case 'csv':
      return new Blob([(await import('../extract/csv')).extractCsv(extract, making.lang)], { type: 'text/csv;charset=utf-8' })
    case 'geojson':
      return new Blob([JSON.stringify((await import('../extract/pieces')).extractGeoJson(extract, making.overlay))], { type: 'application/geo+json' })
    case 'json':
      return new Blob([await (await import('../extract/hash')).extractFile(extract)], { type: 'application/json' })
  }
}
