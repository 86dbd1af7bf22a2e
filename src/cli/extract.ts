/** Saves the extract of an answer, as `--verify` reads it. */
import { writeFileSync } from 'node:fs'
import type { Answer, Question, World } from '../core/model'
import { extractOf, nearOf } from '../extract/extract'
import { extractFile } from '../extract/hash'
import type { Said } from '../formats/say'
import type { Place } from './world'

const HASH = /"sha256":"([0-9a-f]{64})"\}$/

/** Of several the n-th, from 1: `out.json` → `out-2.json`. */
export const numbered = (file: string, n: number, of: number): string => (of === 1 ? file : file.replace(/(\.[^./\\]*)?$/, (extension) => `-${n}${extension}`))

export type Saved = { ok: true; said: Said } | { ok: false; problem: Said }

/** `world`: the one that answered. */
export async function saveExtract(answer: Answer, question: Question, world: World, { texts }: Place, file: string): Promise<Saved> {
  const text = await extractFile(extractOf(answer, question, world, texts, nearOf(answer.subject, world)))
  try {
    writeFileSync(file, `${text}\n`)
  } catch (error) {
    return { ok: false, problem: { code: 'cannot-write', params: { file, why: error instanceof Error ? error.message : String(error) } } }
  }
  return { ok: true, said: { code: 'extract.saved', params: { file, hash: HASH.exec(text)?.[1] ?? '' } } }
}
