/** Whom the frame hears: the origins its own address names. Pure. */

export interface Embedding {
  /** Origins named, as browsers write them. */
  origins: readonly string[]
  /** What was named and is no origin of a page. */
  refused: readonly string[]
}

const MOST_ORIGINS = 20

/** The origin of a text that is one and nothing more; a closing slash is forgiven. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.hostname.includes('*')) return null
  return `${url.origin}/` === url.href ? url.origin : null
}

/** Reads `?embed&origin=https://one.example&origin=…`; null where the page is not asked for as a frame. */
export function embeddingOf(search: string): Embedding | null {
  const parameters = new URLSearchParams(search)
  if (!parameters.has('embed')) return null
  const named = parameters.getAll('origin').slice(0, MOST_ORIGINS)
  const origins = named.map(originOf).filter((origin) => origin !== null)
  return { origins: [...new Set(origins)], refused: named.filter((text) => originOf(text) === null) }
}

/** To whom is spoken: the page around the frame, where the browser tells which it is; else whichever of those named it may be. */
export const listeners = ({ origins }: Embedding, around: string | undefined): readonly string[] => (around === undefined ? origins : origins.filter((origin) => origin === around))
