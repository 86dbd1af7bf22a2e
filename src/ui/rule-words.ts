/** Where a rule stands in its source, and how its term stands on the day asked. Pure. */
import type { RuleHit } from '../core/model'
import type { Rule, Source } from '../core/seed-types'
import type { Lang } from '../state/url'
import type { RuleView } from './answer-view'
import { chapterNumeral, formatDate } from './format'
import { pick, type Translate } from './text'

/** 第三章第一节, or the preface. */
export function placeInSource({ found: { chapter, section } }: RuleView, t: Translate): string {
  if (chapter === 0) return t('rule.preface')
  const names = { chapter: chapterNumeral(chapter, t), section: chapterNumeral(section ?? 0, t) }
  return section === null ? t('rule.chapter', names) : t('rule.chapterSection', names)
}

const year = (iso: string): string => iso.slice(0, 4)

/** The term of a rule and its status on a day (ISO). */
export function termOf(rule: Rule, hit: RuleHit, source: Source, on: string, t: Translate, lang: Lang): string {
  const names = { from: year(source.term.from), until: year(source.term.until ?? ''), issued: formatDate(source.issued, lang) }
  if (hit.term === 'not-yet') return t('term.not-yet', names)
  if (hit.term === 'ended') return t('term.ended', names)
  if (rule.term === 'record') return t('term.record')
  if (rule.term === 'outlook') return t('term.outlook')
  if (rule.term === 'named') return t('term.named', names)
  return source.term.until !== undefined && on > source.term.until ? t('term.planOver', names) : t('term.plan')
}

/** The deadline a rule sets, marked when it has passed; undefined without one. */
export function deadlineOf({ deadline }: Rule, on: string, t: Translate, lang: Lang): string | undefined {
  if (deadline === undefined) return undefined
  const values = { text: pick(deadline.text, lang), date: formatDate(deadline.by, lang) }
  return t(on > deadline.by ? 'rule.deadlinePassed' : 'rule.deadline', values)
}
