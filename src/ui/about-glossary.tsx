import { useEffect } from 'preact/hooks'
import type { GlossaryTerm } from '../core/seed-types'
import { want } from '../state/later'
import { Fold } from './fold'
import { useApp, useWords } from './page'

/** Every term of the glossary in plain words. */
export function AboutGlossary() {
  const { glossary } = useApp()
  const { t } = useWords()
  const read = glossary.value
  useEffect(() => {
    if (read.status !== 'ready') want(glossary)
  }, [])
  return (
    <section class="glossary" aria-label={t('about.glossary')}>
      <h3>{t('about.glossary')}</h3>
      {read.status === 'failed' && <p class="warn" role="alert">{t('about.glossaryFailed', { why: read.why })}</p>}
      {read.status === 'ready' && <Fold summary={t('about.glossaryOpen', { count: read.value.length })}>{() => <Lines terms={read.value} />}</Fold>}
    </section>
  )
}

function Lines({ terms }: { terms: readonly GlossaryTerm[] }) {
  const { t, pick, lang } = useWords()
  return (
    <dl>
      {terms.map(({ id, words, means }) => (
        <div key={id}>
          <dt>{words[lang].join(t('list.join'))}</dt>
          <dd>{pick(means)}</dd>
        </div>
      ))}
    </dl>
  )
}
