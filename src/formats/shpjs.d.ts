/** The two functions of shpjs that are used; the package has no types. */
declare module 'shpjs' {
  /** GeoJSON geometries of a .shp, null for null shapes; positions as written. */
  export function parseShp(shp: DataView): unknown[]
  /** Records of a .dbf; `cpg` names the encoding. */
  export function parseDbf(dbf: DataView, cpg?: string): unknown[]
}
