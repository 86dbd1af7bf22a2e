import { useMemo } from 'preact/hooks'
import type { Layer } from '../core/model'
import { setOpacity, setShown } from '../state/verbs'
import { DialogDoor } from './dialog-door'
import { formatNumber, formatSigma } from './format'
import { Fold } from './fold'
import { later } from './later'
import { layerGroups, type LayerView, type ShapeRow } from './layer-view'
import { useApp, useLoaded, usePage, useWords } from './page'
import site from '../../geodata/site.json'
import { Sureness } from './sureness'
import { Swatch } from './swatch'
import { Terms } from './terms'

const LayerTable = later(async () => (await import('./layer-table')).LayerTable)
const BasemapPanel = later(async () => (await import('./basemap')).BasemapPanel)

/** How sure lines are, and all layers, each a checkbox with its legend. */
export function LayerList() {
  return (
    <>
      <Sureness />
      <Groups />
    </>
  )
}

function Groups() {
  const { data } = useApp()
  const { t } = useWords()
  const loaded = useLoaded()
  const groups = useMemo(() => (loaded === null ? [] : layerGroups(loaded, site.groups)), [loaded])
  if (data.value.status === 'failed') return null
  if (loaded === null) return <p class="quiet slow">{t('layers.loading')}</p>
  return (
    <>
      {groups.map(({ group, layers }) => (
        <section key={group} class="layer-group" aria-label={t(`layers.group.${group}`)}>
          <h3><Terms>{t(`layers.group.${group}`)}</Terms></h3>
          {layers.map((view) => <LayerRow key={view.layer.id} view={view} />)}
          {group === 'base' && <Relief />}
          {group === 'base' && <BasemapDoor />}
        </section>
      ))}
    </>
  )
}

/** The land as terrain, for those who want to see the ranges stand. */
function Relief() {
  const { relief, map, suit, batch } = useApp()
  const { t } = useWords()
  return (
    <div class="layer">
      <label class="check">
        <input type="checkbox" checked={relief.value === 'raised'} disabled={map.value.status !== 'ready'} onChange={({ currentTarget }) => (relief.value = currentTarget.checked ? 'raised' : 'flat')} />
        <span>{t('layers.relief')}</span>
      </label>
      {relief.value === 'raised' && <p class="quiet">{t(suit.value === null && batch.value.picture === null ? 'layers.reliefHow' : 'suit.flat')}</p>}
      {relief.value === 'failed' && <p class="warn" role="alert">{t('layers.reliefFailed')}</p>}
    </div>
  )
}

/** The basemap of a provider, with the reader's own key. */
function BasemapDoor() {
  const { basemap } = useApp()
  const { t } = useWords()
  return <Fold class="basemap" open={basemap.value.isOpen} summary={t('basemap.title')}>{() => <BasemapPanel />}</Fold>
}

function LayerRow({ view }: { view: LayerView }) {
  const { t, pick } = useWords()
  const { layer, rows, failed, sketch } = view
  const name = pick(layer.name)
  const first = rows?.[0]
  return (
    <div class="layer">
      <div class="layer-head">
        <div class="layer-line">
          <ShownBox id={layer.id} name={name} />
          {sketch && <span class="tag" title={t('layers.sketchWhy')}><Terms>{t('layers.sketch')}</Terms></span>}
          {first && <LegendOf row={first} layer={layer} />}
        </div>
        <Fold class="layer-more" summary={<span class="unseen">{t('layers.more', { name })}</span>}>
          {() => <LayerMore view={view} />}
        </Fold>
      </div>
      {failed !== undefined && <p class="warn" role="status">{t('layers.failed', { why: failed })}</p>}
    </div>
  )
}

function ShownBox({ id, name }: { id: string; name: string }) {
  const app = useApp()
  return (
    <label class="check">
      <input type="checkbox" checked={!app.off.value.has(id)} onChange={(event) => setShown(app, [id], event.currentTarget.checked)} />
      <span>{name}</span>
    </label>
  )
}

function LegendOf({ row, layer }: { row: ShapeRow; layer: Layer }) {
  const { app, legend } = usePage()
  return <Swatch of={legend(row.zone, layer.id, row, app.theme.value)} />
}

function LayerMore({ view: { layer, rows, sigmaM } }: { view: LayerView }) {
  const { t, pick } = useWords()
  return (
    <>
      <p>{pick(layer.about)}</p>
      {sigmaM && <p class="quiet"><SigmaLine {...sigmaM} /></p>}
      <TableDoor layer={layer} />
      <Opacity layer={layer} />
      {rows !== null && rows.length > 1 && (
        <ul class="parts" aria-label={t('layers.zones')}>
          {rows.map((row) => (
            <li key={row.zone} class="layer-line">
              <ShownBox id={row.zone} name={pick(row.name)} />
              <LegendOf row={row} layer={layer} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What the map shows, in words. */
function TableDoor({ layer }: { layer: Layer }) {
  const { t } = useWords()
  return <DialogDoor label={t('layers.table')}>{(close) => <LayerTable layer={layer} close={close} />}</DialogDoor>
}

function SigmaLine({ from, to }: { from: number; to: number }) {
  const { t, lang } = useWords()
  if (from === to) return <Terms>{t('layers.sigma', { sigma: formatSigma(from, lang) })}</Terms>
  return <Terms>{t('layers.sigmaRange', { from: formatSigma(from, lang), to: formatSigma(to, lang) })}</Terms>
}

function Opacity({ layer }: { layer: Layer }) {
  const app = useApp()
  const { t, lang, pick } = useWords()
  const value = app.opacity.value[layer.id] ?? 1
  return (
    <label class="slider">
      <span aria-hidden="true">{t('layers.opacity')}</span>
      <input
        type="range"
        min="0"
        max="1"
        step="0.05"
        value={value}
        aria-label={t('layers.opacityOf', { name: pick(layer.name) })}
        onInput={(event) => setOpacity(app, layer.id, event.currentTarget.valueAsNumber)}
      />
      <output>{formatNumber(value * 100, lang)}%</output>
    </label>
  )
}
