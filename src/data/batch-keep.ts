/** What of a batch outlives the page: the file and how far it was, in the browser's own store. */
import { clear, createStore, get, setMany, type UseStore } from 'idb-keyval'
import type { KeptBatch } from '../core/batch-types'
import type { Progress } from './batch-run'

export interface KeptFile {
  name: string
  bytes: ArrayBuffer
}

/** Each rejects where the browser keeps nothing. */
export interface Keep {
  about(): Promise<KeptBatch | null>
  file(): Promise<KeptFile | null>
  progress(): Promise<Progress | null>
  keepFile(about: KeptBatch, file: KeptFile): Promise<void>
  keepProgress(about: KeptBatch, progress: Progress): Promise<void>
  clear(): Promise<void>
}

const [ABOUT, FILE, PROGRESS] = ['about', 'file', 'progress']

/** Opens the store when it is first used. */
export function browserKeep(name: string): Keep {
  let opened: UseStore | null = null
  const store = () => (opened ??= createStore(name, 'batch'))
  const read = async <T>(key: string): Promise<T | null> => (await get<T>(key, store())) ?? null
  return {
    about: async () => read(ABOUT),
    file: async () => read(FILE),
    progress: async () => read(PROGRESS),
    keepFile: async (about, file) => {
      await clear(store())
      await setMany([[ABOUT, about], [FILE, file]], store())
    },
    keepProgress: async (about, progress) => setMany([[ABOUT, about], [PROGRESS, progress]], store()),
    clear: async () => clear(store()),
  }
}
