import type { ComponentChildren } from 'preact'
import type { LonLat } from '../core/model'
import { goTo } from '../state/verbs'
import { useApp, useWords } from './page'
import site from '../../geodata/site.json'

const toLonLat = ([lon = 0, lat = 0]: readonly number[]): LonLat => [lon, lat]

/** The first five seconds: what to do, three places to try, another way in, one sentence on trust. */
export function Empty({ children }: { children: ComponentChildren }) {
  const app = useApp()
  const { t } = useWords()
  return (
    <div class="empty">
      <h2 class="invite">{t('answer.empty')}</h2>
      <p class="quiet">{t('answer.trust')}</p>
      {app.suit.value === null && <Tries />}
      {children}
      <p class="quiet keys">{t('answer.emptyKeys')}</p>
    </div>
  )
}

function Tries() {
  const app = useApp()
  const { t, pick } = useWords()
  return (
    <section aria-label={t('answer.try')}>
      <h3>{t('answer.try')}</h3>
      <div class="tries">
        {site.tries.map(({ name, lonLat, zoom }) => (
          <button key={name.en} type="button" class="try" onClick={() => goTo(app, toLonLat(lonLat), zoom)}>
            {pick(name)}
          </button>
        ))}
      </div>
    </section>
  )
}
