import type { ParcelGeometry } from '../core/model'
import { measured, type Measured } from '../core/measure'
import { useApp, useWords, type Words } from './page'
import { sayArea, sayLength } from './parcel-figures'

/** What a line or an outline measures, in words: first what is asked for, then what else is of use. */
export function sayMeasured({ lengthM, lastM, areaM2 }: Measured, kind: ParcelGeometry['type'], { t, lang }: Pick<Words, 't' | 'lang'>): string[] {
  if (kind === 'LineString') {
    const isOne = Math.abs(lengthM - lastM) < 1e-6
    return [t('measure.length', { length: sayLength(lengthM, lang) }), ...(isOne ? [] : [t('measure.last', { length: sayLength(lastM, lang) })])]
  }
  const around = t('measure.around', { length: sayLength(lengthM, lang) })
  return areaM2 === undefined ? [t('measure.crosses'), around] : [sayArea(areaM2, { t, lang }), around]
}

/** What is drawn so far, in figures. It changes with each move of the hand: too often to be read out. */
export function Traced() {
  const traced = useApp().traced.value
  const words = useWords()
  const of = traced === null ? null : measured(traced)
  if (traced === null || of === null || of.lengthM === 0) return null
  const [main, ...more] = sayMeasured(of, traced.type, words)
  return <p class="traced" aria-live="off"><strong>{main}</strong> <span class="quiet">{more.join(' ')}</span></p>
}
