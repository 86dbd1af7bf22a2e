/** Where a rule stands in its source, and how its term stands on the day asked. Pure. */
import type { RuleHit } from '../core/model'
import type { Rule, Source } from '../core/seed-types'
import type { Lang } from '../state/url'
import type { RuleView } from './answer-view'
import { chapterNumeral, formatDate } from './format'
import { pick, type Translate } from './text'

/** 第三章第一节, the preface, or the article of a statute. */
export function placeInSource({ found: { rule, source, chapter, section } }: RuleView, { t, lang }: { t: Translate; lang: Lang }): string {
  if (rule.article !== undefined) return t('rule.article', { title: pick(source.title, lang), no: rule.article })
  if (chapter === 0) return t('rule.preface')
  const names = { chapter: chapterNumeral(chapter, t), section: chapterNumeral(section ?? 0, t) }
  return section === null ? t('rule.chapter', names) : t('rule.chapterSection', names)
}

const year = (iso: string): string => iso.slice(0, 4)

/** The term of a rule and its status on a day (ISO). */
export function termOf(rule: Rule, hit: RuleHit, source: Source, on: string, t: Translate, lang: Lang): string {
  const { from, until } = source.term
  const names = { from: year(from), until: year(until ?? ''), issued: formatDate(source.issued, lang), day: formatDate(from, lang) }
  if (source.kind === 'statute') return t(hit.term === 'not-yet' ? 'term.statuteNotYet' : 'term.statute', names)
  if (hit.term === 'not-yet') return t('term.not-yet', names)
  if (hit.term === 'ended') return t('term.ended', names)
  if (rule.term === 'record') return t('term.record')
  if (rule.term === 'outlook') return t('term.outlook')
  if (rule.term === 'named') return t('term.named', names)
  return until !== undefined && on > until ? t('term.planOver', names) : t('term.plan')
}

/** The deadline a rule sets, marked when it has passed; undefined without one. */
export function deadlineOf({ deadline }: Rule, on: string, t: Translate, lang: Lang): string | undefined {
  if (deadline === undefined) return undefined
  const values = { text: pick(deadline.text, lang), date: formatDate(deadline.by, lang) }
  return t(on > deadline.by ? 'rule.deadlinePassed' : 'rule.deadline', values)
}
