/** What came of the tiles of a basemap, in one sentence. Pure. */
import type { Basemap } from '../state/basemap'
import type { Words } from './page'

/** What a provider says to a key it does not take: no right, too often, its own 418, or words in place of a picture. */
const REFUSALS = [200, 401, 403, 418, 429]

export function sayTold({ told }: Pick<Basemap, 'told'>, { t }: Pick<Words, 't'>): string {
  if (told.is !== 'missing') return t(`basemap.${told.is}`)
  if (told.status === null) return t('basemap.noAnswer')
  return t(REFUSALS.includes(told.status) ? 'basemap.refused' : 'basemap.odd', { status: told.status })
}
