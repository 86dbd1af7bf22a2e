/** The one extract of an answer: everything that is taken away is made from it. */
import { useEffect, useState } from 'preact/hooks'
import type { Answer, Question, World } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import type { Extract } from '../extract/extract'
import type { Told } from '../extract/words'
import { want } from '../state/later'
import { useApp } from './page'

export interface Ready {
  status: 'ready'
  extract: Extract
  /** SHA-256, 64 hex digits; where the browser withholds it, a sentence of `extract/words.json` why. */
  hash: string | Told
}

export type Made = { status: 'waiting' } | { status: 'failed'; why: string } | Ready

/** The answer comes first: the extract is made when the reader has had time to see it, ms. */
const AFTER_MS = 300

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export async function makeExtract(answer: Answer, question: Question, world: World, texts: RuleTexts): Promise<Ready> {
  const [{ extractOf, nearOf }, { extractHash, NoHash }] = await Promise.all([import('../extract/extract'), import('../extract/hash')])
  const extract = extractOf(answer, question, world, texts, nearOf(answer.subject, world))
  const hash = await extractHash(extract).catch((error: unknown) => {
    if (error instanceof NoHash) return error.told
    throw error
  })
  return { status: 'ready', extract, hash }
}

/** The extract of what is answered now. */
export function useExtract(answer: Answer): { made: Made; again(): void } {
  const { texts, question, loaded } = useApp()
  const [made, setMade] = useState<Made & { of?: Answer }>({ status: 'waiting' })
  const [turn, setTurn] = useState(0)
  const [words, asked, world] = [texts.value, question.value, loaded.value?.world]
  useEffect(() => {
    if (words.status !== 'ready' || asked === null || world === undefined) return undefined
    let isCurrent = true
    const settle = (next: Made) => isCurrent && setMade({ ...next, of: answer })
    const timer = setTimeout(() => {
      makeExtract(answer, asked, world, words.value).then(settle, (error: unknown) => settle({ status: 'failed', why: reasonOf(error) }))
    }, AFTER_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [answer, asked, words, world, turn])
  const again = () => {
    want(texts)
    setMade({ status: 'waiting' })
    setTurn(turn + 1)
  }
  if (words.status === 'failed') return { made: { status: 'failed', why: words.why }, again }
  return { made: made.of === answer ? made : { status: 'waiting' }, again } // never the extract of another answer
}
