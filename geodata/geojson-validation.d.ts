/** The package has no types of its own. */
declare module 'geojson-validation' {
  /** With `trace` true: the messages, none when the object is valid GeoJSON. */
  export function valid(object: unknown, trace: true): string[]
}
