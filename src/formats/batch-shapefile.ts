/** A zipped Shapefile of many points or parcels → rows as written. */
import { FeatureRows } from './batch-geojson'
import { BATCH_LIMITS, type RawBatch, type RawRow } from './batch-raw'
import { geometryRow } from './batch-shape'
import { stemOf } from './parcel-open'
import { openLayer } from './parcel-shapefile'
import type { Packed } from './parcel-zip'
import type { Said } from './say'

/** The winding of shapefiles is often wrong; positions tell. */
function withoutRoles(row: RawRow): RawRow {
  if (!('shape' in row)) return row
  const { roles: _roles, ...shape } = row.shape
  return { shape }
}

/** The first layer of an archive. Throws a `ParcelError`. */
export async function readLayer(shp: Packed, files: readonly Packed[]): Promise<RawBatch> {
  const { geometries, records, system } = await openLayer(shp, files, BATCH_LIMITS.rows)
  const rows = new FeatureRows()
  geometries.forEach((geometry, i) => rows.add(i + 1, withoutRoles(geometryRow(geometry)), records[i]))
  const left = files.filter((file) => file !== shp && /\.shp$/i.test(file.name)).map(({ name }) => stemOf(name))
  const notes: Said[] = [
    ...(left.length > 0 ? [{ code: 'layers-left', params: { used: stemOf(shp.name), left: left.join(', ').slice(0, 120) } }] : []),
    ...(system ? [] : [{ code: 'no-prj', params: {} }]),
  ]
  return rows.built(system ?? {}, notes, { zh: `Shapefile“${stemOf(shp.name)}”`, en: `Shapefile “${stemOf(shp.name)}”` })
}
