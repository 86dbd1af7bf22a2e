import type { VerdictWord } from '../core/model'
import { Icon, type IconName } from './icon'
import { useWords } from './page'

export const VERDICT_ICON: Record<VerdictWord, IconName> = { prohibited: 'prohibit', restricted: 'restrict', conditional: 'require', 'no-specific-rule': 'none' }

/** A verdict word as a small chip. */
export function VerdictChip({ word }: { word: VerdictWord }) {
  const { t } = useWords()
  return (
    <span class="chip" data-word={word}>
      <Icon name={VERDICT_ICON[word]} />
      {t(`verdict.word.${word}`)}
    </span>
  )
}
