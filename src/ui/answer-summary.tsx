import type { Answer, Subject, Verdict } from '../core/model'
import { summaryOf, type AnswerView } from './answer-view'
import { useApp, useLoaded, useWords } from './page'
import { Terms } from './terms'
import type { Translate } from './text'
import { VerdictChip } from './verdict-chip'

const MOST_NAMED = 2 // kinds of project named before the rest are counted

/** The answer in one plain sentence, before any law; then how much stands behind it. */
export function Summary({ answer, view }: { answer: Answer; view: AnswerView }) {
  const { t } = useWords()
  const { subject, verdict } = answer
  const plain = usePlain(verdict)
  const counts = sayCounts(subject, view, t)
  if (verdict === null) return <p class="summary"><Terms>{counts}</Terms></p>
  return (
    <>
      <p class="summary" data-word={verdict.asDrawn}>
        <VerdictChip word={verdict.asDrawn} /> <Terms>{plain}</Terms>
      </p>
      <p class="quiet">{counts}</p>
    </>
  )
}

/** How many zones and rules there are, in words. */
export function sayCounts({ kind }: Subject, view: AnswerView, t: Translate): string {
  const counts = summaryOf(view)
  if (kind === 'parcel') return t(counts.inside === 0 ? 'parcel.summaryNone' : 'parcel.summary', counts)
  return t(counts.inside === 0 ? 'place.summaryNone' : 'place.summary', counts)
}

/** The verdict as drawn in one sentence that names the project; empty without one. */
export function usePlain(verdict: Verdict | null): string {
  const { question } = useApp()
  const { t, pick } = useWords()
  const activities = useLoaded()?.world.catalogue.activities
  if (verdict === null) return ''
  const names = (question.value?.project ?? []).flatMap((id) => activities?.get(id) ?? []).map(({ name }) => pick(name))
  const named = names.slice(0, MOST_NAMED).join(t('list.join'))
  return t(`plain.${verdict.asDrawn}`, { project: names.length > MOST_NAMED ? t('plain.more', { named, count: names.length }) : named })
}
