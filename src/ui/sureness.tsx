import type { Certainty, ShapeKind } from '../core/model'
import { Fold } from './fold'
import { usePage, useWords } from './page'
import { Swatch } from './swatch'
import type { Key } from './text'

const EXAMPLES: readonly { key: Key; why: Key; shape: { kind: ShapeKind; certainty: Certainty } }[] = [
  { key: 'sure.A', why: 'sure.whyA', shape: { kind: 'outline', certainty: 'A' } },
  { key: 'sure.B', why: 'sure.whyB', shape: { kind: 'outline', certainty: 'B' } },
  { key: 'sure.C', why: 'sure.whyC', shape: { kind: 'outline', certainty: 'C' } },
  { key: 'sure.envelope', why: 'sure.whyEnvelope', shape: { kind: 'envelope', certainty: 'C' } },
]

/** One row that explains how sure a line is, in the manner the map draws it. */
export function Sureness() {
  const { app, legend } = usePage()
  const { t } = useWords()
  return (
    <section class="sureness" aria-label={t('sure.title')}>
      <ul>
        {EXAMPLES.map(({ key, shape }) => (
          <li key={key}>
            <Swatch of={legend('*', '*', shape, app.theme.value)} />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
      <Fold summary={t('sure.why')}>
        {() => <dl>{EXAMPLES.map(({ key, why }) => <div key={key}><dt>{t(key)}</dt> <dd>{t(why)}</dd></div>)}</dl>}
      </Fold>
    </section>
  )
}
