/** Lets the page paint, and hands be heard, between two long steps. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve))
