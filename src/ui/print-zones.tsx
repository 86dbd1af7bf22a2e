import { NEAR_M, type Extract } from '../extract/extract'
import { formatNumber } from './format'
import { useWords } from './page'
import type { PrintView, PrintZone } from './print-view'

interface Props {
  view: PrintView
}

/** The verdict in its three parts, and what it rests on. */
export function PrintVerdict({ view: { verdict, grounds } }: Props) {
  const { t } = useWords()
  return (
    <section>
      <h2>{t('print.verdict')}</h2>
      {verdict.length === 0 && <p>{t('print.noProject')}</p>}
      {verdict.length > 0 && (
        <table class="paper-pairs">
          <tbody>
            {verdict.map(({ part, name, word }) => (
              <tr key={part} data-part={part}>
                <th scope="row">{name}</th>
                <td>{word}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {grounds.length > 0 && <p class="paper-small">{t('print.grounds', { titles: grounds.join(t('list.semicolon')) })}</p>}
    </section>
  )
}

/** Every zone with a line here or nearby, and those whose check failed. */
export function PrintZones({ view: { zones, near } }: Props) {
  const { t } = useWords()
  return (
    <section>
      <h2>{t('print.zones')}</h2>
      {zones.length === 0 && <p>{t('here.none')}</p>}
      {zones.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('print.zone')}</th>
              <th scope="col">{t('print.standing')}</th>
              <th scope="col" class="number">{t('print.distance')}</th>
              <th scope="col" class="number">{t('print.sigma')}</th>
            </tr>
          </thead>
          {zones.map(({ group, rows }) => <ZoneGroup key={group} title={t(`print.group.${group}`)} rows={rows} />)}
        </table>
      )}
      <p class="paper-small">{t('print.zonesNote')}</p>
      {near.length > 0 && <p class="paper-small">{t('print.near', { km: NEAR_M / 1000, zones: near.join(t('list.semicolon')) })}</p>}
    </section>
  )
}

const ZoneGroup = ({ title, rows }: { title: string; rows: readonly PrintZone[] }) => (
  <tbody>
    <tr class="paper-group">
      <th colSpan={4} scope="rowgroup">{title}</th>
    </tr>
    {rows.map(({ id, name, standing, distance, sigma }) => (
      <tr key={id}>
        <th scope="row">{name}</th>
        <td>{standing}</td>
        <td class="number">{distance}</td>
        <td class="number">{sigma}</td>
      </tr>
    ))}
  </tbody>
)

/** How much of the parcel lies in each zone: surely, as drawn, possibly. */
export function PrintAreas({ view: { areas, isLine }, extract }: Props & { extract: Extract }) {
  const { t } = useWords()
  const { areaM2, lengthM, widthM } = extract.slivers
  if (areas.length === 0) return null
  return (
    <section>
      <h2>{t(isLine ? 'print.lengths' : 'print.areas')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('print.zone')}</th>
            {(['min', 'drawn', 'max', 'share'] as const).map((part) => <th key={part} scope="col" class="number">{t(`print.${part}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, name, min, drawn, units, max, share }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="number">{min}</td>
              <td class="number">{drawn}{units !== '' && <small>{units}</small>}</td>
              <td class="number">{max}</td>
              <td class="number">{share}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="paper-small">{t('print.areasNote', { areaM2, lengthM, widthM })}</p>
    </section>
  )
}

/** Zones told by name only: without a published outline, and surely not concerned. */
export function PrintNames({ view: { unmapped, clear } }: Props) {
  const { t } = useWords()
  return (
    <>
      <Names title={t('unmapped.title')} note={t('print.unmappedNote')} names={unmapped} />
      <Names title={t('clear.title')} note={t('clear.why')} names={clear} />
    </>
  )
}

function Names({ title, note, names }: { title: string; note: string; names: readonly string[] }) {
  const { t, lang } = useWords()
  if (names.length === 0) return null
  return (
    <section>
      <h2>{t('print.count', { title, count: formatNumber(names.length, lang) })}</h2>
      <p class="paper-small">{note}</p>
      <p class="paper-names">{names.join(t('list.join'))}</p>
    </section>
  )
}
