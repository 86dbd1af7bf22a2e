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

/** Blocked: even to look is refused. */
export function blockedStore(): Storage {
  const refuse = (): never => {
    throw new DOMException('blocked', 'SecurityError')
  }
  return { length: 0, clear: refuse, getItem: refuse, key: refuse, removeItem: refuse, setItem: refuse }
}

/** Full: it takes nothing more. */
export const refusingStore = (): Storage => ({
  ...memoryStore(),
  setItem() {
    throw new DOMException('full', 'QuotaExceededError')
  },
})
