import { useMemo } from 'preact/hooks'
import type { LonLat } from '../core/model'
import { clearPoint, lookAt } from '../state/verbs'
import { CopyIcon } from './copy'
import { directionKey, formatDegrees, formatDistance } from './format'
import { Icon } from './icon'
import { useApp, useLoaded, useWords, type Words } from './page'
import { nearestSeat, seatsOf, type Nearest } from './places'
import site from '../../geodata/site.json'

/** The seat nearest to a point, or null before the seats are read. */
export function useNearest(point: LonLat): Nearest | null {
  const loaded = useLoaded()
  const seats = useMemo(() => (loaded === null ? [] : seatsOf(loaded, site.seats)), [loaded])
  return nearestSeat(point, seats)
}

/** "about 3.2 km north-east of …", or coordinates where no seat is known. */
export function sayPlace(point: LonLat, nearest: Nearest | null, words: Words): string {
  const { t, pick } = words
  if (nearest === null) return sayCoordinates(point, words)
  const seat = pick(nearest.seat.name)
  if (nearest.distanceM < nearest.seat.sigmaM) return t('place.at', { seat })
  return t('place.near', { seat, direction: t(directionKey(nearest.sector)), distance: formatDistance(nearest.distanceM, nearest.seat.sigmaM, words) })
}

const sayCoordinates = ([lon, lat]: LonLat, { t }: Pick<Words, 't'>): string => t('place.coordinates', { lon: formatDegrees(lon), lat: formatDegrees(lat) })

/** Where the question was asked. */
export function PlaceHead({ point }: { point: LonLat }) {
  const app = useApp()
  const words = useWords()
  const { t } = words
  const nearest = useNearest(point)
  return (
    <section class="place" aria-label={t('place.title')}>
      <h2>{nearest === null ? t('place.title') : sayPlace(point, nearest, words)}</h2>
      <button type="button" class="icon-button close" aria-label={t('answer.close')} onClick={() => clearPoint(app)}>
        <Icon name="close" />
      </button>
      <p class="coordinates">
        <span>{sayCoordinates(point, words)}</span>
        <CopyIcon label={t('place.copy')} text={point.map(formatDegrees).join(',')} />
        <button type="button" class="icon-button" aria-label={t('place.show')} title={t('place.show')} onClick={() => lookAt(app, point)}>
          <Icon name="aim" />
        </button>
      </p>
    </section>
  )
}
