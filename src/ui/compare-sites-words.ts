/** What is said of compared sites: the first sentence never goes beyond what the intervals of the verdicts bear. Pure. */
import type { LonLat } from '../core/model'
import type { Mildest, SiteComparison } from '../extract/compare-sites'
import { markOf } from './compare-mark'
import type { Words } from './page'

const marks = (sites: readonly number[], { t }: Words): string => sites.map(markOf).join(t('list.join'))

function sayMildest(mildest: Mildest, isAsked: boolean, words: Words): string[] {
  const { t } = words
  if (!isAsked) return [t('compare.noProject')]
  switch (mildest.kind) {
    case 'none':
      return [t('compare.tooFew')]
    case 'same':
      return [t('compare.same', { word: t(`verdict.word.${mildest.word}`) }), t(mildest.isSure ? 'compare.sameSure' : 'compare.sameOpen')]
    case 'some': {
      const values = { sites: marks(mildest.sites, words), word: t(`verdict.word.${mildest.word}`), others: mildest.others.map((word) => t(`verdict.word.${word}`)).join(t('list.join')) }
      return [t(mildest.sites.length > 1 ? 'compare.tied' : 'compare.mildest', values), t(`compare.surely.${mildest.surely}`)]
    }
  }
}

/** Which site is the mildest and whether that is certain; then which sites are left out. */
export function sentencesOf({ mildest, question, sites }: SiteComparison, words: Words): string[] {
  const inState = (wanted: string) => sites.flatMap(({ state }, at) => (state === wanted ? [at] : []))
  const [outside, refused] = [inState('outside'), inState('refused')]
  return [
    ...sayMildest(mildest, (question.project ?? []).length > 0, words),
    ...(outside.length > 0 ? [words.t('compare.outside', { sites: marks(outside, words) })] : []),
    ...(refused.length > 0 ? [words.t('compare.refused', { sites: marks(refused, words) })] : []),
  ]
}

/** The middle of a box, degrees. */
export const middleOf = ([west, south, east, north]: readonly [number, number, number, number]): LonLat => [(west + east) / 2, (south + north) / 2]
