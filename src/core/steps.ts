/** A long reckoning in steps: it stops where others may be let in, and nothing of it counts before its end. */
export type Steps<T> = Generator<unknown, T>

/** To the end without a stop. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** A single step. */
export function* whole<T>(make: () => T): Steps<T> {
  yield
  return make()
}

/** `flatMap`, a step for each. */
export function* flatSteps<T, U>(items: Iterable<T>, make: (item: T) => U[]): Steps<U[]> {
  const made: U[] = []
  for (const item of items) {
    made.push(...make(item))
    yield
  }
  return made
}
