/** Which columns of a table hold what: known by their names, or, where no name tells, by their numbers. */

export type Column = 'lon' | 'lat' | 'x' | 'y' | 'parcel' | 'ring' | 'wkt'

/** In this order: the first pattern that fits names the column. */
const COLUMNS: readonly [Column, RegExp][] = [
  ['wkt', /^(?:wkt|geom|geometry|the_geom|几何)$/i],
  ['lon', /经度|东经|东坐标|横坐标|easting|longitude|(?:^|[^a-z])(?:lon|lng|long)(?:[^a-z]|$)|^(?:e|east)(?:$|\s*[（([])/i],
  ['lat', /纬度|北纬|北坐标|纵坐标|northing|latitude|(?:^|[^a-z])lat(?:[^a-z]|$)|^(?:n|north)(?:$|\s*[（([])/i],
  ['ring', /圈号|环号|圈|^ring/i],
  ['parcel', /地块|宗地|图斑|多边形|^(?:parcel|polygon|name|group|名称|项目)/i],
  ['x', /(?:^|[^a-z])x(?:[^a-z]|$)/i],
  ['y', /(?:^|[^a-z])y(?:[^a-z]|$)/i],
]

/** Of a title, without blanks around it. */
const columnOf = (title: string): Column | undefined => COLUMNS.find(([, pattern]) => pattern.test(title))?.[0]

/** Position of the first column of each kind. */
export function columnsOf(header: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>()
  header.forEach((title, i) => {
    const column = columnOf(title.trim())
    if (column !== undefined && !found.has(column)) found.set(column, i)
  })
  return found
}

/** The two columns of a coordinate. */
export interface Axes {
  first: number
  second: number
  order?: 'lon-lat'
}

export function axesOf(columns: ReadonlyMap<Column, number>): Axes | null {
  const [lon, lat, x, y] = (['lon', 'lat', 'x', 'y'] as const).map((name) => columns.get(name))
  if (lon !== undefined && lat !== undefined) return { first: lon, second: lat, order: 'lon-lat' }
  return x !== undefined && y !== undefined ? { first: x, second: y } : null
}
