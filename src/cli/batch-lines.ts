/** A stream → numbered lines, whatever its encoding. Holds one chunk and one line at most. */
import { Readable } from 'node:stream'

export const LONGEST_LINE = 1_000_000 // characters; a question with every zone is 10 000

export interface Line {
  no: number
  text: string
  tooLong: boolean
}

/** GBK where the beginning is no UTF-8; a sign cut in two at the end of the chunk is no reason. */
export function encodingOf(start: Uint8Array): 'utf-8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** The text of a stream of bytes; `encoding`: where it is known beforehand. */
export async function* textsOf(input: AsyncIterable<Uint8Array | string>, encoding?: 'utf-8' | 'gb18030'): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const chunk of input) {
    if (typeof chunk === 'string') {
      yield chunk
      continue
    }
    decoder ??= new TextDecoder(encoding ?? encodingOf(chunk))
    yield decoder.decode(chunk, { stream: true })
  }
  if (decoder !== null) yield decoder.decode()
}

/** Lines of a text that comes in chunks, grouped by the chunk that completed them. An overlong line is cut, so that memory stays bounded. */
export async function* linesIn(chunks: AsyncIterable<string>, first = 1): AsyncGenerator<Line[]> {
  let rest = ''
  let no = first - 1
  let tooLong = false
  const take = (text: string): Line => {
    const line = { no: ++no, text: text.replace(/\r$/, ''), tooLong: tooLong || text.length > LONGEST_LINE }
    tooLong = false
    return line
  }
  for await (const chunk of chunks) {
    const pieces = `${rest}${chunk}`.split('\n')
    rest = pieces.pop() ?? ''
    yield pieces.map(take)
    if (rest.length > LONGEST_LINE) [rest, tooLong] = ['', true]
  }
  if (rest !== '' || tooLong) yield [take(rest)]
}

const LINE_END = 10
const MOST_PEEKED = 4096 // bytes

/** The first line of a stream, or the first bytes of a long one, and a stream that still has them. */
export async function peeked(input: Readable): Promise<{ start: Uint8Array; input: Readable }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    size += bytes.length
    if (size < MOST_PEEKED && !bytes.includes(LINE_END)) continue
    const start = Buffer.concat(chunks)
    input.unshift(start)
    return { start, input }
  }
  const all = Buffer.concat(chunks) // it came to its end, and takes nothing back
  return { start: all, input: Readable.from(size === 0 ? [] : [all], { objectMode: false }) }
}
