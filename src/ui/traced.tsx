import type { ParcelGeometry } from '../core/model'
import { measured, type Measured } from '../core/measure'
import { useApp, useWords, type Words } from './page'
import { sayAreaTo, sayLengthTo } from './parcel-figures'
import { metresPerPx } from './print-scale'

const powerBelow = (value: number): number => 10 ** Math.floor(Math.log10(value))

/** What a line or an outline measures, in words: first what is asked for, then what else is of use. `pxM`: metres to a px, finer than which no hand draws. */
export function sayMeasured({ lengthM, lastM, areaM2 }: Measured, kind: ParcelGeometry['type'], pxM: number, words: Pick<Words, 't' | 'lang'>): string[] {
  const { t, lang } = words
  const say = (metres: number) => sayLengthTo(metres, powerBelow(pxM), lang)
  if (kind === 'LineString') {
    const isOne = Math.abs(lengthM - lastM) < 1e-6
    return [t('measure.length', { length: say(lengthM) }), ...(isOne ? [] : [t('measure.last', { length: say(lastM) })])]
  }
  const around = t('measure.around', { length: say(lengthM) })
  // A px off along the whole way around.
  return areaM2 === undefined ? [t('measure.crosses'), around] : [t('measure.area', sayAreaTo(areaM2, powerBelow(pxM * lengthM) / 10, words)), around]
}

/** What is drawn so far, in figures. It changes with each move of the hand: too often to be read out. */
export function Traced() {
  const { traced, view } = useApp()
  const words = useWords()
  const of = traced.value === null ? null : measured(traced.value)
  if (traced.value === null || of === null || of.lengthM === 0) return null
  const [main, ...more] = sayMeasured(of, traced.value.type, metresPerPx(view.value), words)
  return <p class="traced" aria-live="off"><strong>{main}</strong> <span class="quiet">{more.join(' ')}</span></p>
}
