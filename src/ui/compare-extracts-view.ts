/** Two extracts side by side, as rows of words. Pure. */
import type { Finding } from '../core/model'
import type { ExtractDiff } from '../extract/diff'
import type { Extract, ExtractRule } from '../extract/extract'
import { areaUnits, lengthText } from '../extract/figures'
import { placeInDocument, standingCode } from '../extract/phrases'
import { sayIn, type Say } from '../extract/words'
import type { Lang } from '../state/url'
import { formatDate } from './format'
import type { Translate } from './text'

/** What it is, before and after. */
export interface Change {
  what: string
  from: string
  to: string
}

interface Pen {
  lang: Lang
  say: Say
  t: Translate
}

type Spoken = Pick<Pen, 'lang' | 't'>

const penIn = ({ lang, t }: Spoken): Pen => ({ lang, say: sayIn(lang), t })

const WORDS = ['prohibited', 'restricted', 'conditional', 'no-specific-rule']
const STANDINGS = ['is.inside', 'is.likely', 'is.possible', 'is.envelope', 'is.outside', 'is.unmapped', 'is.failed']

/** What a file says in place of a word we know is told as it stands: it may say anything. */
const wordOf = (word: string | null, { say }: Pen): string => (word === null ? say('none') : WORDS.includes(word) ? say(`verdict.${word}`) : word)

/** What the two are: day, versions, verdict; always told. */
export function headOf(from: Extract, to: Extract, spoken: Spoken): Change[] {
  const pen = penIn(spoken)
  const { t, lang } = pen
  const row = (what: string, tell: (extract: Extract) => string): Change => ({ what, from: tell(from), to: tell(to) })
  return [
    row(t('diff.on'), ({ question }) => formatDay(question.on, lang)),
    row(t('diff.release'), ({ release: { engine, rules, data } }) => t('about.releaseLine', { engine, rules, data })),
    row(t('diff.verdict'), ({ verdict }) => wordOf(verdict?.asDrawn ?? null, pen)),
    row(t('diff.rules'), ({ rules }) => String(rules.length)),
  ]
}

/** A file may hold a day that is none. */
const formatDay = (on: string, lang: Lang): string => (Number.isNaN(Date.parse(on)) ? on : formatDate(on, lang))

function zoneText(finding: Finding | undefined, { say, t }: Pen): string {
  if (finding === undefined) return say('none')
  const code = standingCode(finding)
  const is = STANDINGS.includes(code) ? say(code) : finding.is
  const { areaM2, lengthM } = finding.overlap ?? {}
  const size = areaM2 ? t('diff.m2', { size: areaUnits(areaM2.drawn).m2 }) : lengthM ? say('length', { lengthM: lengthText(lengthM.drawn) }) : undefined
  const distance = finding.distanceM === undefined ? undefined : t('diff.distance', { distance: finding.distanceM })
  return [is, size, distance].filter(Boolean).join(t('list.semicolon'))
}

function measuresOf({ measures }: ExtractDiff, { say, t }: Pen): Change[] {
  return measures.map(({ unit, from, to }) => {
    const told = (size: number | undefined) => (size === undefined ? say('none') : unit === 'areaM2' ? say('area', areaUnits(size)) : say('length', { lengthM: lengthText(size) }))
    return { what: t(unit === 'areaM2' ? 'diff.area' : 'diff.length'), from: told(from), to: told(to) }
  })
}

/** Verdict, measures and zones that differ. */
export function changesOf(diff: ExtractDiff, names: Extract['names'], spoken: Spoken): Change[] {
  const pen = penIn(spoken)
  const { lang } = pen
  return [
    ...diff.verdict.map(({ part, from, to }) => ({ what: pen.t('diff.verdictBy', { part: pen.say(`verdict.by.${part}`) }), from: wordOf(from, pen), to: wordOf(to, pen) })),
    ...measuresOf(diff, pen),
    ...diff.zones.map(({ zone, from, to }) => ({ what: names[zone]?.[lang] ?? zone, from: zoneText(from, pen), to: zoneText(to, pen) })),
  ]
}

/** A rule as one of the two has it. */
export interface RuleSide {
  id: string
  title: string
  /** Verbatim; of a statute our own wording. */
  words: string
  isVerbatim: boolean
  place: string
}

export function ruleSide(rule: ExtractRule, lang: Lang): RuleSide {
  const { id, title, quote, wording, document } = rule
  const say = sayIn(lang)
  return { id, title: title[lang], words: wording?.[lang] ?? quote, isVerbatim: wording === undefined, place: `${say('document', { title: document, number: '' }).trim()} ${placeInDocument(rule, say)}` }
}

const COUNTS = ['certain', 'asDrawn', 'possible', 'info']

/** How a rule counts, for rules whose words are the same. */
export function countText({ counts, decides, doubts }: ExtractRule, spoken: Spoken): string {
  const pen = penIn(spoken)
  const surely = COUNTS.includes(counts) ? pen.say(`counts.${counts}`) : counts
  const asked = decides === undefined ? surely : pen.say('rule.decides', { verdict: wordOf(decides, pen), counts: surely })
  return [asked, ...(doubts?.length ? [doubts.join(', ')] : [])].join(' · ')
}
