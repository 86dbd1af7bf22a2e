/** Stand-ins for the storage of a browser. */
export function memoryStore(): Storage {
  const held = new Map<string, string>()
  return {
    get length() {
      return held.size
    },
    clear: () => held.clear(),
    getItem: (key) => held.get(key) ?? null,
    key: (index) => [...held.keys()][index] ?? null,
    removeItem: (key) => void held.delete(key),
    setItem: (key, value) => void held.set(key, value),
  }
}

/** Full, or blocked: it takes nothing. */
export const refusingStore = (): Storage => ({
  ...memoryStore(),
  setItem() {
    throw new DOMException('full', 'QuotaExceededError')
  },
})
