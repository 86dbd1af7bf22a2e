declare module 'which-polygon' {
  import type { FeatureCollection, Geometry } from 'geojson'
  interface Query<P> {
    (position: number[], multi: true): P[] | null
  }
  const whichPolygon: <P>(data: FeatureCollection<Geometry, P>) => Query<P>
  export default whichPolygon
}
