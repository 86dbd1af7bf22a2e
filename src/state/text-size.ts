/** How large the page writes: of the reader's eyes and this device, so it is kept here and not in the link. */
import { effect, type Signal } from '@preact/signals'

export type TextSize = 'small' | 'middle' | 'large'

export const TEXT_SIZES: readonly TextSize[] = ['small', 'middle', 'large']

const KEPT = 'text-size'

function orNull<T>(take: () => T): T | null {
  try {
    return take()
  } catch {
    return null // storage is blocked or full: the size holds for this visit
  }
}

/** True where the next visit will find this size. */
export const isKept = (size: TextSize, store: Storage | null): boolean => orNull(() => store?.getItem(KEPT)) === size

/** Takes the size that was kept, then keeps what is chosen. @returns stops it */
export function keepTextSize(size: Signal<TextSize>, store: Storage | null): () => void {
  const read = orNull(() => store?.getItem(KEPT))
  let kept = TEXT_SIZES.find((one) => one === read) ?? size.peek()
  size.value = kept
  return effect(() => {
    const chosen = size.value
    if (chosen !== kept) orNull(() => store?.setItem(KEPT, chosen))
    kept = chosen
  })
}
