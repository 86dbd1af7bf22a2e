/** Puts the focus on the answer when what had it goes away, so that keys and readers go on from there. */
export const focusAnswer = (): void => document.getElementById('answer')?.focus({ preventScroll: true })
