import { later } from './later'
import { useWords } from './page'

const LayerList = later(async () => (await import('./layer-list')).LayerList)

/** The card of the layers; what is in it follows the page. */
export function Layers() {
  const { t } = useWords()
  return (
    <nav id="layers" class="card layers" aria-label={t('layers.title')}>
      <h2>{t('layers.title')}</h2>
      <LayerList />
    </nav>
  )
}
