/** How much of a parcel a zone takes, in digits the error of its line allows. */
import { SLIVER } from '../core/sliver'
import type { Finding } from '../core/model'
import type { ZoneLine } from './answer-view'
import { formatDistance, formatSigma } from './format'
import { useWords, type Words } from './page'
import { areaExtent, lengthExtent, sayM, sayM2, type ExtentWords } from './parcel-figures'
import { isExact, sideOf, takingOf } from './parcel-overlap-view'

/** Size and share as drawn; within the error; where the line is. */
export function HowMuch({ finding }: { finding: Finding }) {
  const words = useWords()
  if (finding.known === true) return <small>{words.t('here.known')}</small>
  return <>{saidMuch(finding, words).map((line) => <small key={line}>{line}</small>)}</>
}

export const saidMuch = (finding: Finding, words: Words): string[] => [saidTaking(finding, words), saidBetween(finding, words), saidSide(finding, words)].filter((line) => line !== '')

function extentWords({ overlap }: Finding, words: Words): ExtentWords | null {
  if (overlap?.areaM2 !== undefined) return areaExtent(overlap.areaM2, overlap.share, words)
  return overlap?.lengthM === undefined ? null : lengthExtent(overlap.lengthM, overlap.share, words)
}

/** The area with its 亩, or the length. */
const sizeOf = ({ drawn, mu }: ExtentWords, { t }: Words): string => (mu === '' ? drawn : t('parcel.both', { area: drawn, mu }))

function saidTaking(finding: Finding, words: Words): string {
  const { t, lang } = words
  const extent = extentWords(finding, words)
  if (extent === null) return ''
  const size = sizeOf(extent, words)
  switch (takingOf(finding)) {
    case 'all':
      return t('parcel.takesAll', { size })
    case 'part':
      return t('parcel.takes', { size, share: extent.shares.drawn })
    case 'none':
      return t('parcel.takesNone')
    case 'somewhere':
      return t('parcel.somewhere', { max: extent.max, most: extent.shares.max })
    case 'sliver':
      if (finding.overlap?.lengthM !== undefined) return t('parcel.sliverLine', { size: sayM(finding.overlap.lengthM.drawn, lang), length: sayM(SLIVER.lengthM, lang) })
      return t('parcel.sliver', { size: sayM2(finding.overlap?.areaM2?.drawn ?? 0, words), area: sayM2(SLIVER.areaM2, words), width: sayM(SLIVER.widthM, lang) })
    case null:
      return ''
  }
}

/** The interval, where the error of the line changes the size. */
function saidBetween(finding: Finding, words: Words): string {
  const { t, lang } = words
  const [extent, taking] = [extentWords(finding, words), takingOf(finding)]
  if (extent === null || taking === null || taking === 'somewhere') return ''
  if (isExact(finding)) return taking === 'sliver' ? '' : t('parcel.exact')
  const { min, max, shares } = extent
  const sigma = formatSigma(finding.sigmaM ?? 0, lang)
  return taking === 'none' || taking === 'sliver' ? t('parcel.upTo', { max, most: shares.max, sigma }) : t('parcel.between', { min, max, least: shares.min, most: shares.max, sigma })
}

/** How far the line is; empty where it crosses the parcel, for the share says so already. */
function saidSide(finding: Finding, words: Words): string {
  const { t, lang } = words
  const { distanceM = 0, sigmaM = 0 } = finding
  const values = { distance: formatDistance(distanceM, sigmaM, words), sigma: formatSigma(sigmaM, lang) }
  switch (sideOf(finding)) {
    case 'in':
      return t('parcel.inBy', { distance: values.distance })
    case 'out':
      return t('parcel.outBy', values)
    case 'axisOut':
      return t('parcel.axisBy', values)
    case 'axisMeets':
      return t('parcel.axisMeets', { sigma: values.sigma })
    case 'meets':
      return takingOf(finding) === 'part' || takingOf(finding) === 'sliver' ? '' : t('parcel.meets')
    case null:
      return ''
  }
}

/** Zones that do not concern the parcel, nearest first, with how far they are. */
export function Away({ lines }: { lines: readonly ZoneLine[] }) {
  const words = useWords()
  const { t, pick } = words
  const nearestFirst = lines.toSorted((a, b) => (a.finding.distanceM ?? Infinity) - (b.finding.distanceM ?? Infinity))
  return (
    <ul class="away">
      {nearestFirst.map(({ zone, finding: { distanceM, sigmaM } }) => (
        <li key={zone.id}>
          {distanceM === undefined || sigmaM === undefined ? pick(zone.name) : t('parcel.away', { zone: pick(zone.name), distance: formatDistance(distanceM, sigmaM, words) })}
        </li>
      ))}
    </ul>
  )
}
