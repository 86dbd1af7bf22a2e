/** Closures and orders over "X is part of Y" links. Pure functions on plain maps. */

/** Who each id points at directly. */
export type Links = ReadonlyMap<string, readonly string[]>

/**
 * Ids so ordered that everything an id points at comes before it; ties keep the order of `links`.
 * Throws where the links run in a circle.
 */
export function orderByLinks(links: Links, what: string): string[] {
  const done = new Set<string>()
  const open: string[] = []
  const order: string[] = []
  const visit = (id: string) => {
    if (done.has(id)) return
    if (open.includes(id)) {
      throw new Error(`Expected ${what} without a circle, found ${[...open.slice(open.indexOf(id)), id].join(' → ')}. Remove one of these links.`)
    }
    open.push(id)
    for (const next of links.get(id) ?? []) visit(next)
    open.pop()
    done.add(id)
    order.push(id)
  }
  for (const id of links.keys()) visit(id)
  return order
}

/** Everything reachable from each id, without itself, in the order of `links`. Throws on a circle. */
export function closure(links: Links, what: string): ReadonlyMap<string, readonly string[]> {
  const reached = new Map<string, Set<string>>()
  for (const id of orderByLinks(links, what)) {
    const direct = links.get(id) ?? []
    reached.set(id, new Set(direct.flatMap((next) => [next, ...(reached.get(next) ?? [])])))
  }
  const position = new Map([...links.keys()].map((id, index) => [id, index]))
  const inOrder = (a: string, b: string) => (position.get(a) ?? 0) - (position.get(b) ?? 0)
  return new Map([...links.keys()].map((id) => [id, [...(reached.get(id) ?? [])].sort(inOrder)]))
}

/** The same links read the other way. */
export function reversed(links: Links): Map<string, string[]> {
  const back = new Map<string, string[]>([...links.keys()].map((id) => [id, []]))
  for (const [id, targets] of links) {
    for (const target of targets) back.get(target)?.push(id)
  }
  return back
}
