import { inSlices, type Steps } from '../core/steps'

/** Lets the page paint, and hands be heard, between two long steps. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve))

/** A long reckoning, with a breath now and then. */
export const unhurried = <T>(steps: Steps<T>): Promise<T> => inSlices(steps, breathe)
