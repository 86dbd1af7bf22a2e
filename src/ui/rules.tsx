import { effectCounts, type ChapterGroup, type EffectGroup, type RuleView } from './answer-view'
import { Fold } from './fold'
import { useWords } from './page'
import { EffectChip, RuleCard } from './rule-card'
import { formatNumber } from './format'

/** Effects whose rules are open to be read at once; the rest are folded with their count. */
const OPEN: readonly string[] = ['prohibit', 'restrict', 'require']

const Cards = ({ rules }: { rules: readonly RuleView[] }) => <>{rules.map((rule) => <RuleCard key={rule.hit.id} rule={rule} />)}</>

function Count({ of }: { of: number }) {
  const { t, lang } = useWords()
  return <span class="count">{t('rules.count', { count: formatNumber(of, lang) })}</span>
}

/** Rules of the zones here, strictest first. */
export function ZoneRules({ groups }: { groups: readonly EffectGroup[] }) {
  const { t } = useWords()
  const all = groups.reduce((count, { rules }) => count + rules.length, 0)
  return (
    <section aria-label={t('rules.title')}>
      <h3>{t('rules.title')} {all > 0 && <Count of={all} />}</h3>
      {all === 0 && <p class="quiet">{t('rules.none')}</p>}
      {groups.map((group) => <Effects key={group.effect} group={group} />)}
    </section>
  )
}

function Effects({ group: { effect, rules } }: { group: EffectGroup }) {
  if (OPEN.includes(effect)) return <Cards rules={rules} />
  const summary = <><EffectChip effect={effect} /> <Count of={rules.length} /></>
  return <Fold class="group" summary={summary}>{() => <Cards rules={rules} />}</Fold>
}

/** Rules that hold everywhere, folded by chapter. */
export function DistrictRules({ chapters }: { chapters: readonly ChapterGroup[] }) {
  const { t } = useWords()
  const all = chapters.reduce((count, { rules }) => count + rules.length, 0)
  if (all === 0) return null
  return (
    <section aria-label={t('rules.district')}>
      <h3>{t('rules.district')} <Count of={all} /></h3>
      <p class="quiet">{t('rules.districtWhy')}</p>
      {chapters.map((group) => <Chapter key={`${group.source.id}-${group.chapter}`} group={group} />)}
    </section>
  )
}

function Chapter({ group: { source, chapter, rules } }: { group: ChapterGroup }) {
  const { t, pick } = useWords()
  const title = source.chapters.find(({ no }) => no === chapter)?.title
  const summary = (
    <>
      <span class="chapter">{title && pick(title)}</span> <Count of={rules.length} />
      <span class="effects">{effectCounts(rules).map(([effect, count]) => <span key={effect} class="dot" data-effect={effect}>{t(`effect.${effect}`)} {count}</span>)}</span>
    </>
  )
  return <Fold class="group" summary={summary}>{() => <Cards rules={rules} />}</Fold>
}
