/** An answer as its one extract, with its number. */
import type { Answer, Question, World } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import { canonical } from '../extract/canonical'
import { extractOf, nearOf } from '../extract/extract'
import { NoHash, sha256Hex } from '../extract/hash'

export interface Reply {
  /** The canonical text of the extract. */
  text: string
  /** Over that text; null where the browser withholds it. */
  sha256: string | null
}

export async function extractReply(answer: Answer, question: Question, world: World, texts: RuleTexts): Promise<Reply> {
  const text = canonical(extractOf(answer, question, world, texts, nearOf(answer.subject, world)))
  const sha256 = await sha256Hex(text).catch((error: unknown) => {
    if (error instanceof NoHash) return null // the page is not served by https
    throw error
  })
  return { text, sha256 }
}
