/** `--verify`: an extract recomputed from this checkout. */
import { verifyExtract, type Verified } from '../extract/verify'
import { sayIn, tell } from '../extract/words'
import type { Lang } from '../formats/say'
import { surveyedWorld, type Place } from './world'

export interface VerifyOutput {
  lines: string[]
  found: 'same' | 'differs' | 'unreadable'
}

function said(verified: Verified, lang: Lang): VerifyOutput {
  if ('unreadable' in verified) return { lines: [tell(verified.unreadable, lang)], found: 'unreadable' }
  if (verified.same) return { lines: [sayIn(lang)('verify.same', { hash: verified.hash })], found: 'same' }
  return { lines: verified.differences.map((difference) => `${difference.kind === 'value' ? '  ' : ''}${tell(difference, lang)}`), found: 'differs' }
}

/** `text`: of the file. Reasons first, then what differs, indented. */
export async function verifyFile(text: string, place: Place, lang: Lang): Promise<VerifyOutput> {
  return said(await verifyExtract(text, await surveyedWorld(place), place.texts), lang)
}
