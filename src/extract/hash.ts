/** The fingerprint of an extract: SHA-256 over its canonical text. */
import { canonical } from './canonical'
import type { Extract } from './extract'
import type { Told } from './words'

/** The browser withholds its hash function: it gives it to https and localhost only. */
export class NoHash extends Error {
  override readonly name = 'NoHash'
  readonly told: Told = { code: 'hash.none', params: {} }
  constructor() {
    super('expected crypto.subtle to reckon SHA-256, found none. Open the page by https or from localhost.')
  }
}

/** 64 hex digits of the SHA-256 over the UTF-8 bytes. Rejects with `NoHash` on an insecure origin. */
export async function sha256Hex(text: string): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (subtle === undefined) throw new NoHash()
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const extractHash = (extract: Extract): Promise<string> => sha256Hex(canonical(extract))

/** The file a user saves: `{"extract":{…},"sha256":"…"}`, canonical, one line. */
export async function extractFile(extract: Extract): Promise<string> {
  const text = canonical(extract)
  return `{"extract":${text},"sha256":"${await sha256Hex(text)}"}`
}
