/** What lies around a parcel: the nearest zone of each kind, and a ring with what it touches. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import site from '../../geodata/site.json'
import type { Answer } from '../core/model'
import { formatDistance, formatNumber, formatSigma } from './format'
import { useApp, useLoaded, useWords } from './page'
import { sayM } from './parcel-figures'
import { nearestByGroup, nearLines, touchedBy, type NearLine } from './parcel-near-view'
import { ZoneButton } from './zone-button'

const SEEN_M = 50_000 // the whole district and its neighbours
const RINGS = [50, 500]
const WIDEST_RING_M = 20_000
const CUSTOM_M = 1000

export function Nearby({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const lines = useLines(answer)
  if (lines === null) return null
  return (
    <section class="near" aria-label={t('parcel.near.title')}>
      <h3>{t('parcel.near.title')}</h3>
      <p class="quiet">{t('parcel.near.why')}</p>
      <dl>
        {nearestByGroup(lines, site.groups).map(({ group, line }) => (
          <div key={group}>
            <dt>{t(`layers.group.${group}`)}</dt>
            <dd><ZoneButton zone={line.zone} /> <Off line={line} /></dd>
          </div>
        ))}
      </dl>
      <Rings />
      <Touched lines={lines} />
    </section>
  )
}

/** Null where the parcel cannot be measured: the head tells why. */
function useLines({ subject, findings }: Answer): NearLine[] | null {
  const world = useLoaded()?.world
  return useMemo(() => {
    if (world?.overlay === undefined || subject.kind !== 'parcel') return null
    try {
      return nearLines(world.overlay.near(subject.parcel, SEEN_M), findings, world.catalogue)
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }, [subject, findings, world])
}

const ENVELOPE_M = 100 // nobody knows more of an envelope than about where it is

function Off({ line: { distanceM, sigmaM, isEnvelope } }: { line: NearLine }) {
  const words = useWords()
  const { t, lang } = words
  if (isEnvelope) return <small>{distanceM === 0 ? t('parcel.near.inEnvelope') : t('parcel.near.offEnvelope', { distance: formatDistance(distanceM, ENVELOPE_M, words) })}</small>
  if (distanceM === 0) return <small>{t('parcel.near.touching')}</small>
  return <small>{t('parcel.near.off', { distance: formatDistance(distanceM, sigmaM, words), sigma: formatSigma(sigmaM, lang) })}</small>
}

/** None, two usual distances, or one's own. */
function Rings() {
  const { ring } = useApp()
  const { t, lang } = useWords()
  const [isOwn, setIsOwn] = useState(ring.value !== null && !RINGS.includes(ring.value))
  useEffect(() => () => void (ring.value = null), [])
  const choose = (own: boolean, metres: number | null) => (setIsOwn(own), (ring.value = metres))
  const own = (text: string) => {
    const metres = Number(text)
    if (metres > 0 && metres <= WIDEST_RING_M) ring.value = metres
  }
  const options = [{ word: t('parcel.near.none'), metres: null }, ...RINGS.map((metres) => ({ word: sayM(metres, lang), metres }))]
  return (
    <div class="rings">
      <fieldset class="switch">
        <legend class="unseen">{t('parcel.near.ring')}</legend>
        {options.map(({ word, metres }) => (
          <label key={word}>
            <input type="radio" name="ring" checked={!isOwn && ring.value === metres} onChange={() => choose(false, metres)} />
            <span class="choice">{word}</span>
          </label>
        ))}
        <label>
          <input type="radio" name="ring" checked={isOwn} onChange={() => choose(true, ring.value ?? CUSTOM_M)} />
          <span class="choice">{t('parcel.near.custom')}</span>
        </label>
      </fieldset>
      {isOwn && <input type="number" inputmode="decimal" min="1" max={WIDEST_RING_M} step="any" aria-label={t('parcel.near.customM')} value={ring.value ?? CUSTOM_M} onChange={(event) => own(event.currentTarget.value)} />}
    </div>
  )
}

function Touched({ lines }: { lines: readonly NearLine[] }) {
  const { ring } = useApp()
  const { t, lang } = useWords()
  if (ring.value === null) return <p class="unseen" role="status" />
  const { touched, maybe } = touchedBy(lines, ring.value)
  const said = { ring: sayM(ring.value, lang), count: formatNumber(touched.length, lang) }
  return (
    <>
      <p role="status">{touched.length === 0 ? t('parcel.near.touchesNone', { ring: said.ring }) : t('parcel.near.touches', said)}</p>
      <Lines lines={touched} />
      {maybe.length > 0 && <p class="quiet">{t('parcel.near.may', { count: formatNumber(maybe.length, lang) })}</p>}
      <Lines lines={maybe} />
    </>
  )
}

const Lines = ({ lines }: { lines: readonly NearLine[] }) => <ul class="zones">{lines.map((line) => <li key={line.zone.id}><ZoneButton zone={line.zone} /> <Off line={line} /></li>)}</ul>
