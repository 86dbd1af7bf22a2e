import { useMemo, useState } from 'preact/hooks'
import { runGolden, type GoldenFile, type GoldenMiss, type Miss } from '../core/golden'
import { want } from '../state/later'
import { decidingFigures } from './about-figures'
import { formatNumber } from './format'
import { useApp, useLoaded, useWords, type Words } from './page'

/** Whether the answers can be trusted: the golden questions, asked in this browser, and what the rules can decide. */
export function AboutAnswers() {
  const app = useApp()
  const { t } = useWords()
  const golden = app.golden.value
  return (
    <section class="answers" aria-label={t('golden.title')}>
      <h3>{t('golden.title')}</h3>
      <p>{t('golden.what')}</p>
      <Figures />
      <button type="button" class="try" disabled={golden.status === 'wanted'} onClick={() => want(app.golden)}>{t('golden.run')}</button>
      <div role="status">
        {golden.status === 'failed' && <p class="warn">{t('golden.failed', { why: golden.why })}</p>}
        {golden.status === 'ready' && <Result files={golden.value} />}
      </div>
    </section>
  )
}

function Figures() {
  const { t, lang } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const figures = useMemo(() => catalogue && decidingFigures(catalogue), [catalogue])
  if (figures === undefined) return null
  const { rules, deciding, activities, decided } = figures
  const share = formatNumber((100 * decided) / Math.max(1, activities), lang)
  return <p class="quiet">{t('golden.figures', { rules: formatNumber(rules, lang), deciding: formatNumber(deciding, lang), activities, decided, share })}</p>
}

function Result({ files }: { files: readonly GoldenFile[] }) {
  const { t, lang } = useWords()
  const world = useLoaded()?.world
  const [result] = useState(() => {
    if (world === undefined) return null
    const start = performance.now()
    return { ...runGolden(files, world), ms: performance.now() - start }
  })
  if (result === null) return null
  const { asked, misses, ms } = result
  if (asked === 0) return <p class="quiet">{t('golden.none')}</p>
  return (
    <>
      <p><b>{t('golden.result', { asked: formatNumber(asked, lang), held: formatNumber(asked - misses.length, lang), ms: formatNumber(ms, lang) })}</b></p>
      {misses.length > 0 && <ul class="misses">{misses.map((miss) => <MissLine key={`${miss.theme}-${miss.name}`} miss={miss} />)}</ul>}
    </>
  )
}

const MissLine = ({ miss: { theme, name, misses } }: { miss: GoldenMiss }) => {
  const words = useWords()
  return <li><span lang="zh-Hans">{theme} · {name}</span>: {misses.map((miss) => sayMiss(miss, words)).join(words.t('list.semicolon'))}</li>
}

function sayMiss(miss: Miss, { t }: Words): string {
  switch (miss.kind) {
    case 'missing':
      return t('golden.missing', { rules: miss.rules.join(t('list.join')) })
    case 'unwanted':
      return t('golden.unwanted', { rules: miss.rules.join(t('list.join')) })
    case 'verdict':
      return t('golden.verdict', { expected: miss.expected, found: miss.found })
    case 'refused':
      return t('golden.refused', { why: miss.why })
  }
}
