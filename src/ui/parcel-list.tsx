/** The parcels brought in: which one is asked about, and taking them away. Native radio buttons, so arrows choose. */
import { askParcel, clearParcels, removeParcel } from '../state/parcel-verbs'
import { focusAnswer } from './focus'
import { formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useWords, type Words } from './page'

/** A parcel's own name, or its number. */
export const parcelName = (name: string, index: number, { t }: Pick<Words, 't'>): string => (name.trim() === '' ? t('parcel.unnamed', { n: index + 1 }) : name)

export function ParcelList() {
  const app = useApp()
  const words = useWords()
  const { t, lang } = words
  const { parcels, active } = app
  return (
    <fieldset class="parcels">
      <legend>{t('parcel.list', { count: formatNumber(parcels.value.length, lang) })}</legend>
      <ol>
        {parcels.value.map(({ name }, index) => {
          const called = parcelName(name, index, words)
          return (
            <li key={index}>
              <label class="check">
                <input type="radio" name="parcel" checked={index === active.value} onChange={() => askParcel(app, index)} />
                <span>{called}</span>
              </label>
              <button type="button" class="icon-button" aria-label={t('parcel.removeName', { name: called })} title={t('parcel.remove')} onClick={() => (removeParcel(app, index), focusAnswer())}>
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ol>
      {parcels.value.length > 1 && <button type="button" class="link" onClick={() => (clearParcels(app), focusAnswer())}>{t('parcel.clear')}</button>}
    </fieldset>
  )
}
