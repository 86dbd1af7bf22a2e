/** The parcel and the parts of it in each zone, for a GIS: flat properties, CGCS2000 degrees. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { Finding, Parcel } from '../core/model'
import type { ZoneOverlay } from '../core/survey'
import type { Extract } from './extract'

type Row = Record<string, string | number | boolean>

const sizes = (unit: 'areaM2' | 'lengthM', { overlap }: Finding): Row => {
  const extent = overlap?.[unit]
  return extent === undefined ? {} : { [`${unit}Min`]: extent.min, [`${unit}Drawn`]: extent.drawn, [`${unit}Max`]: extent.max }
}

function pieceRow(finding: Finding, { names }: Extract): Row {
  const { zone, is, overlap, certainty, sigmaM } = finding
  const name = names[zone] ?? { zh: zone, en: zone }
  return {
    role: 'piece',
    zone,
    name: name.zh,
    nameEn: name.en,
    is,
    ...sizes('areaM2', finding),
    ...sizes('lengthM', finding),
    ...(overlap ? { shareMin: overlap.share.min, share: overlap.share.drawn, shareMax: overlap.share.max } : {}),
    ...(overlap?.sliver ? { sliver: true } : {}),
    ...(certainty === undefined ? {} : { certainty }),
    ...(sigmaM === undefined ? {} : { sigmaM }),
  }
}

const feature = (geometry: Geometry, properties: Row): Feature => ({ type: 'Feature', geometry, properties })

function parcelFeature({ name, geometry, corridorM }: Parcel, { measures, release, question }: Extract): Feature {
  return feature(geometry, {
    role: 'parcel',
    name,
    ...(measures?.areaM2 === undefined ? {} : { areaM2: measures.areaM2 }),
    ...(measures === undefined ? {} : { lengthM: measures.lengthM }),
    ...(corridorM === undefined ? {} : { corridorM }),
    on: question.on,
    data: release.data,
    rules: release.rules,
    engine: release.engine,
  })
}

/** One feature for the parcel, one for each zone it lies in as drawn, in catalogue order. A point alone is one feature. */
export function extractGeoJson(extract: Extract, overlay: ZoneOverlay | undefined): FeatureCollection {
  const { subject } = extract.question
  if (subject.kind === 'point') return { type: 'FeatureCollection', features: [feature({ type: 'Point', coordinates: [...subject.lonLat] }, { role: 'point' })] }
  if (subject.kind === 'zones') return { type: 'FeatureCollection', features: [] }
  const pieces = extract.findings.flatMap((finding) => {
    const piece = finding.overlap ? (overlay?.piece(subject.parcel, finding.zone) ?? null) : null
    return piece === null ? [] : [feature(piece, pieceRow(finding, extract))]
  })
  return { type: 'FeatureCollection', features: [parcelFeature(subject.parcel, extract), ...pieces] }
}
