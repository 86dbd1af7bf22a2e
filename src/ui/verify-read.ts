/** Extract files that a reader brings back: one is asked again, two are compared. */
import { effect } from '@preact/signals'
import type { World } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import { diffExtracts, type ExtractDiff } from '../extract/diff'
import type { Extract } from '../extract/extract'
import { readExtract } from '../extract/read'
import { verifyExtract, type Verified } from '../extract/verify'
import type { Told } from '../extract/words'
import type { App } from '../state/app'
import { valueOf, want } from '../state/later'

export interface Side {
  /** Of the file. */
  name: string
  extract: Extract
}

/** What came of a verification that could be read. */
export type Outcome = Exclude<Verified, { unreadable: Told }>

export type Checked =
  | { kind: 'verified'; name: string; result: Outcome }
  | { kind: 'compared'; from: Side; to: Side; diff: ExtractDiff }
  | { kind: 'unreadable'; name: string; told: Told }

/** The first value that is not undefined; what `read` throws rejects. */
function waitFor<T>(read: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = effect(() => {
      try {
        const value = read()
        if (value === undefined) return
        resolve(value)
      } catch (error) {
        reject(error)
      }
      queueMicrotask(() => stop())
    })
  })
}

function textsIn({ texts: { value } }: App): RuleTexts | undefined {
  if (value.status === 'failed') throw new Error(value.why)
  return valueOf(value)
}

function worldIn({ data, overlay, loaded }: App): World | undefined {
  if (data.value.status === 'failed') throw new Error(data.value.why)
  if (overlay.value.status === 'failed') throw new Error(overlay.value.why)
  const world = loaded.value?.world
  return world?.overlay === undefined ? undefined : world
}

async function verified(name: string, text: string, app: App): Promise<Checked> {
  want(app.overlay)
  want(app.texts)
  const [world, texts] = await Promise.all([waitFor(() => worldIn(app)), waitFor(() => textsIn(app))])
  const result = await verifyExtract(text, world, texts)
  return 'unreadable' in result ? { kind: 'unreadable', name, told: result.unreadable } : { kind: 'verified', name, result }
}

/** From the first to the second. */
export function compared(from: Side, to: Side): Checked {
  return { kind: 'compared', from, to, diff: diffExtracts(from.extract, to.extract) }
}

/** One file is verified, of more the first two are compared. Rejects where what it takes cannot be read. */
export async function checkFiles(files: readonly File[], app: App): Promise<Checked> {
  const [first, second] = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
  if (first === undefined) throw new Error('expected one file or two, found none')
  if (second === undefined) return verified(first.name, first.text, app)
  const [a, b] = [readExtract(first.text), readExtract(second.text)]
  if (!a.ok) return { kind: 'unreadable', name: first.name, told: a.problem }
  if (!b.ok) return { kind: 'unreadable', name: second.name, told: b.problem }
  return compared({ name: first.name, extract: a.read.extract }, { name: second.name, extract: b.read.extract })
}
