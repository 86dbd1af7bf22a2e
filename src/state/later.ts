/** Files that are read only when somebody asks for them: the page says `wanted`, the wiring reads and answers. */
import { effect, type Signal } from '@preact/signals'

export type Later<T> =
  | { status: 'idle' }
  | { status: 'wanted' }
  | { status: 'ready'; value: T }
  | { status: 'failed'; why: string }

/** Asks for a file once; after a failure, again. */
export function want<T>(later: Signal<Later<T>>): void {
  const { status } = later.peek()
  if (status === 'idle' || status === 'failed') later.value = { status: 'wanted' }
}

/** The value, or undefined while it is not there. */
export const valueOf = <T>(later: Later<T>): T | undefined => (later.status === 'ready' ? later.value : undefined)

/**
 * Reads a file whenever it is wanted. A failure is told by its reason, never thrown.
 * @returns stops it
 */
export function readWhenWanted<T>(later: Signal<Later<T>>, read: () => Promise<T>): () => void {
  return effect(() => {
    if (later.value.status === 'wanted') void settle(later, read)
  })
}

async function settle<T>(later: Signal<Later<T>>, read: () => Promise<T>): Promise<void> {
  try {
    later.value = { status: 'ready', value: await read() }
  } catch (error) {
    later.value = { status: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}
