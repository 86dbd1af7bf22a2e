/** Why the three parts of a verdict agree or differ, in sentences. Pure. */
import type { Verdict } from '../core/model'
import type { Translate } from './text'
import type { Doubts, Unsure } from './verdict-view'

export function sayDoubts({ certain, asDrawn, possible }: Verdict, doubts: Doubts, t: Translate): string[] {
  const say = (reasons: readonly Unsure[]) => reasons.map((reason) => t(`verdict.${reason}`)).join(t('list.join'))
  const sentences = [
    certain === possible ? t('verdict.sure') : '',
    doubts.drawn.length > 0 ? t('verdict.notCertain', { word: t(`verdict.word.${asDrawn}`), why: say(doubts.drawn) }) : '',
    doubts.possible.length > 0 ? t('verdict.stricter', { word: t(`verdict.word.${possible}`), why: say(doubts.possible) }) : '',
  ]
  return sentences.filter((sentence) => sentence !== '')
}
