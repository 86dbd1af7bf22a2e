import type { EiaCatalogue } from '../core/eia-catalogue'
import type { EiaClass } from '../core/seed-types'
import type { Lang } from '../state/url'
import type { EiaView } from './eia-view'
import { useWords } from './page'

const anyOf = (words: readonly string[], lang: Lang): string => new Intl.ListFormat(lang === 'zh' ? 'zh-Hans-CN' : 'en-GB', { type: 'disjunction' }).format(words)

/** The name of a class in full; several in short, strictest first: “报告表或登记表”. */
export function useClassNames(eia: EiaCatalogue): (classes: readonly EiaClass[]) => string {
  const { t, pick, lang } = useWords()
  const names = new Map(eia.source.classes.map(({ id, name }) => [id, pick(name)]))
  return (classes) => {
    const [only, ...others] = classes.toReversed()
    if (only !== undefined && others.length === 0) return names.get(only) ?? only
    return anyOf(classes.toReversed().map((one) => t(`eia.short.${one}`)), lang)
  }
}

/** The class as drawn; at least and at most, where they differ; and why. */
export function Classes({ view: { answer, open }, eia }: { view: EiaView; eia: EiaCatalogue }) {
  const { t } = useWords()
  const nameOf = useClassNames(eia)
  const isSettled = answer.among.length === 1
  const parts: [string, readonly EiaClass[]][] = [[t('eia.least'), [answer.certain]], [t('eia.asDrawn'), answer.asDrawn], [t('eia.most'), [answer.possible]]]
  return (
    <div role="status">
      <p class="eia-class">{isSettled ? nameOf(answer.among) : t('eia.headline', { classes: nameOf(answer.asDrawn) })}</p>
      {!isSettled && <ol class="bar">{parts.map(([label, classes]) => <Part key={label} label={label} classes={classes} />)}</ol>}
      <p class="quiet">{isSettled ? t('eia.sure') : t('eia.unsure', { why: open.map((one) => t(`eia.why.${one}`)).join(t('list.join')) })}</p>
    </div>
  )
}

function Part({ label, classes }: { label: string; classes: readonly EiaClass[] }) {
  const { t, lang } = useWords()
  return (
    <li data-eia={classes.at(-1)}>
      <small>{label}</small>
      <span>{anyOf(classes.toReversed().map((one) => t(`eia.short.${one}`)), lang)}</span>
    </li>
  )
}
