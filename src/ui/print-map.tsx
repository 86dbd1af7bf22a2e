import type { ComponentChildren } from 'preact'
import site from '../../geodata/site.json'
import { isLaid } from '../state/basemap'
import { shownCut } from '../state/suitability'
import { attributionIn } from './extract-attribution'
import type { MapPicture } from './extract-picture'
import { formatNumber } from './format'
import { useApp, useLoaded, usePage, useWords } from './page'
import { boxOf, legendRows } from './print-legend'
import { printScale } from './print-scale'
import { VerdictSwatch } from './suitability-swatch'
import { legendOf } from './suitability-view'
import { Swatch } from './swatch'
import type { Key } from './text'
import './print-map.css'

/** The map as it was seen, with what a map needs: scale, north, legend, who drew it. `more`: further entries of the legend. */
export function PrintMap({ picture, more }: { picture: MapPicture | null; more?: ComponentChildren }) {
  const { basemap } = useApp()
  const { t, lang } = useWords()
  return (
    <section class="paper-map">
      <h2>{t('print.map')}</h2>
      {picture === null && <p>{t('print.noMap')}</p>}
      <div class="paper-map-body">
        {picture !== null && <Picture picture={picture} />}
        <Legend picture={picture} more={more} />
      </div>
      <p class="paper-small">
        {attributionIn(lang)} {isLaid(basemap.value) && picture !== null && t('basemap.credit')}
        <span class="paper-approval">{t('print.approval')}</span>
      </p>
    </section>
  )
}

function Picture({ picture: { url, view, widthPx } }: { picture: MapPicture }) {
  const { t, lang } = useWords()
  const { metres, part } = printScale(view, widthPx)
  const length = metres < 1000 ? `${formatNumber(metres, lang)}\u202fm` : `${formatNumber(metres / 1000, lang)}\u202fkm`
  return (
    <figure class="paper-picture">
      <img src={url} alt={t('print.mapAlt')} />
      <figcaption class="paper-scale" style={{ width: `${100 * part}%` }}>{length}</figcaption>
      <svg class="paper-north" viewBox="0 0 24 36" role="img" aria-label={t('print.north')}>
        <path d="M12 2 20 34 12 28 4 34Z" fill="#fff" stroke="#000" stroke-linejoin="round" />
        <path d="M12 2V28L4 34Z" />
      </svg>
    </figure>
  )
}

const SURENESS = [
  ['sure.A', { kind: 'outline', certainty: 'A' }],
  ['sure.B', { kind: 'outline', certainty: 'B' }],
  ['sure.C', { kind: 'outline', certainty: 'C' }],
  ['sure.envelope', { kind: 'envelope', certainty: 'C' }],
] as const satisfies readonly (readonly [Key, object])[]

/** What the picture shows of the layers that are on, and how sure their lines are. */
function Legend({ picture, more }: { picture: MapPicture | null; more: ComponentChildren }) {
  const { legend } = usePage()
  const { off, subject } = useApp()
  const { t, pick } = useWords()
  const loaded = useLoaded()
  if (loaded === null) return null
  const rows = legendRows(loaded, site.groups, off.value, picture && boxOf(picture))
  return (
    <ul class="paper-legend">
      {subject.value !== null && <li><Asked isParcel={subject.value.kind === 'parcel'} /> {t(subject.value.kind === 'parcel' ? 'print.parcel' : 'print.point')}</li>}
      {more}
      <Verdicts />
      {rows.map((row) => <li key={`${row.layer} ${row.zone}`}><Swatch of={legend(row.zone, row.layer, row, 'light')} /> {pick(row.name)}</li>)}
      {SURENESS.map(([key, shape]) => <li key={key} class="paper-sure"><Swatch of={legend('*', '*', shape, 'light')} /> {t(key)}</li>)}
    </ul>
  )
}

/** What the colours mean, where the map shows where the project may be built. */
function Verdicts() {
  const { suit, suitability } = useApp()
  const { t } = useWords()
  const [view, shown] = [suit.value, shownCut(suitability.value)]
  if (view === null || shown === null) return null
  return (
    <>
      <li>{t('suit.title')} · {t(`verdict.${view}`)}</li>
      {legendOf(shown, view).filter(({ areaM2 }) => areaM2 > 0).map(({ word }) => <li key={word}><VerdictSwatch word={word} theme="light" /> {t(`verdict.word.${word}`)}</li>)}
    </>
  )
}

/** What is asked about, as on the map: a dark outline, or the marker. */
const Asked = ({ isParcel }: { isParcel: boolean }) => (
  <svg class="swatch" viewBox="0 0 34 20" aria-hidden="true" focusable="false">
    {isParcel ? <rect x="3" y="3" width="28" height="14" class="asked-parcel" /> : <path d="M17 18 12 10a6 6 0 1 1 10 0Z" class="asked-point" />}
  </svg>
)
