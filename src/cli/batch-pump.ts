/** From what comes in to lines that go out, in order; waits when their reader is slow. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** One line of output, without its end. */
export interface Answered {
  line: string
  ok: boolean
}

export interface Count {
  answered: number
  refused: number
}

const FLUSH_AT = 1 << 18 // characters

async function write(output: Writable, text: string): Promise<void> {
  if (text !== '' && !output.write(text)) await once(output, 'drain')
}

/** `answer`: null for what is to be passed over. `titles`: what goes before all. */
export async function pump<T>(groups: AsyncIterable<readonly T[]>, output: Writable, answer: (item: T) => Answered | null, titles = ''): Promise<Count> {
  const count = { answered: 0, refused: 0 }
  let text = titles
  for await (const group of groups) {
    for (const item of group) {
      const answered = answer(item)
      if (answered === null) continue
      count[answered.ok ? 'answered' : 'refused'] += 1
      text += `${answered.line}\n`
      if (text.length < FLUSH_AT) continue
      await write(output, text)
      text = ''
    }
    await write(output, text)
    text = ''
  }
  await write(output, text)
  return count
}
