import { useEffect, useRef } from 'preact/hooks'
import type { Layer } from '../core/model'
import type { ShapeSize } from '../core/shape-size'
import { valueOf, want } from '../state/later'
import { goTo } from '../state/verbs'
import { formatNumber, formatSigma } from './format'
import { Icon } from './icon'
import { digitsOf, tableRows, type TableRow } from './layer-table-view'
import { useApp, useLoaded, useWords } from './page'
import './layer-table.css'

/** Every shape of a layer in words, for those who do not look at the map. */
export function LayerTable({ layer, close }: { layer: Layer; close(): void }) {
  const { t, pick } = useWords()
  const loaded = useLoaded()
  const dialog = useRef<HTMLDialogElement>(null)
  const { provenance } = useApp()
  const made = provenance.value
  useEffect(() => {
    dialog.current?.showModal()
    if (made.status !== 'ready') want(provenance)
  }, [])
  if (loaded === null) return null
  const rows = made.status === 'wanted' || made.status === 'idle' ? [] : tableRows(layer.id, loaded, valueOf(made) ?? {})
  const name = pick(layer.name)
  return (
    <dialog ref={dialog} class="about layer-table" aria-label={t('table.title', { name })} onClose={close}>
      <form method="dialog">
        <h2>{t('table.title', { name })}</h2>
        <button type="submit" class="icon-button" aria-label={t('table.close')}>
          <Icon name="close" />
        </button>
      </form>
      <p>{pick(layer.about)}</p>
      <p class="quiet">{t('table.how')}</p>
      {made.status === 'failed' && <p class="warn" role="alert">{t('table.unread', { why: made.why })}</p>}
      <div class="layer-table-scroll" role="region" aria-label={t('table.title', { name })} tabIndex={0}>
        <table>
          <Head />
          <tbody>{rows.map((row) => <Row key={row.at} row={row} close={() => dialog.current?.close()} />)}</tbody>
        </table>
      </div>
    </dialog>
  )
}

function Head() {
  const { t } = useWords()
  return (
    <thead>
      <tr>
        {(['name', 'kind', 'certainty', 'sigma', 'size', 'method', 'sources'] as const).map((column) => <th key={column} scope="col">{t(`table.${column}`)}</th>)}
      </tr>
    </thead>
  )
}

function Row({ row, close }: { row: TableRow; close(): void }) {
  const { t, pick, lang } = useWords()
  const { name, zone, elevM, kind, certainty, sigmaM, size, method, sources } = row
  const shown = name === null ? (elevM === null ? t('table.unnamed', { no: row.at + 1 }) : t('table.above', { value: formatNumber(elevM, lang) })) : pick(name)
  const cells = [
    ['kind', kind && t(`table.kind.${kind}`)],
    ['certainty', certainty && t(`sure.${certainty}`)],
    ['sigma', sigmaM === null ? null : sigmaM === 0 ? t('table.within') : `± ${formatSigma(sigmaM, lang)}`],
    ['size', <Size key="size" size={size} />],
    ['method', method && pick(method)],
  ] as const
  return (
    <tr>
      <th scope="row">
        {shown}
        {zone && <small>{t('table.zone', { zone: pick(zone) })}</small>}
        <Ask row={row} name={shown} close={close} />
      </th>
      {cells.map(([column, words]) => <td key={column} data-label={t(`table.${column}`)}>{words ?? t('table.none')}</td>)}
      <td data-label={t('table.sources')}>{sources.length === 0 ? t('table.none') : <ul lang="">{sources.map((source) => <li key={source}>{source}</li>)}</ul>}</td>
    </tr>
  )
}

/** Asks about a place within the shape, and takes the map there. */
function Ask({ row: { ask }, name, close }: { row: TableRow; name: string; close(): void }) {
  const app = useApp()
  const { t } = useWords()
  if (ask === null) return null
  const go = () => {
    close()
    goTo(app, ask)
    document.getElementById('answer')?.focus()
  }
  return <button type="button" class="link" aria-label={t('table.askName', { name })} onClick={go}>{t('table.ask')}</button>
}

function Size({ size }: { size: ShapeSize }) {
  const { t, lang } = useWords()
  if (size === null) return <>{t('table.none')}</>
  const kilo = 'areaM2' in size ? size.areaM2 / 1e6 : size.lengthM / 1000
  return <>{t('areaM2' in size ? 'table.area' : 'table.length', { value: formatNumber(kilo, lang, digitsOf(kilo)) })}</>
}
