/** What is said of a parcel where otherwise a place is spoken of. */
import type { Answer, Parcel } from '../core/model'
import { AnnouncedVerdict } from './answer'
import { summaryOf, type AnswerView } from './answer-view'
import { useApp, useWords } from './page'
import { saySize, sayShare } from './parcel-figures'
import { parcelName } from './parcel-list'

/** One sentence for those who listen. */
export function AnnouncedParcel({ parcel, answer, view }: { parcel: Parcel; answer: Answer; view: AnswerView }) {
  const words = useWords()
  const { active } = useApp()
  if (answer.measures === undefined) return null
  const name = parcelName(parcel.name, active.value ?? 0, words)
  if (view.where === 'outside') return words.t('parcel.announceOutside', { name })
  if (answer.verdict !== null) return <AnnouncedVerdict place={name} answer={answer} />
  return words.t('parcel.announce', { name, size: saySize(answer.measures, words), ...summaryOf(view) })
}

/** How much of it lies outside the district. */
export function Beyond({ share }: { share: number }) {
  const { t, lang } = useWords()
  return <p class="note">{t('parcel.beyond', { share: sayShare(share, lang) })}</p>
}
