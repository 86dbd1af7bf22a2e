/** The control geometry: what was digitised, as read from `sources/*.geojson`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { Certainty } from '../src/core/model'

/** What the recipes use of a digitised feature's properties. */
export interface ControlProperties {
  id: string
  method: string
  sources: string[]
  /** 1-sigma error against the real thing, metres. */
  sigmaM: number
  certainty: Certainty
}

export interface Control {
  /** A digitised feature, `"<file>/<id>"`. Throws with the ids there are when it is missing. */
  one(from: string): Feature<Geometry, ControlProperties>
  /** Every feature of a file with its raw properties. */
  all(file: string): Feature[]
}

const isCertainty = (value: unknown): value is Certainty => value === 'A' || value === 'B' || value === 'C'

function controlProperties(from: string, raw: Readonly<Record<string, unknown>> | null): ControlProperties {
  const { id, method, sources, sigmaM, certainty } = raw ?? {}
  const isText = typeof id === 'string' && typeof method === 'string' && Array.isArray(sources)
  if (!isText || typeof sigmaM !== 'number' || !isCertainty(certainty)) {
    throw new Error(`Expected id, method, sources, sigmaM and certainty in sources/${from}, found ${JSON.stringify(raw)}. Complete the feature.`)
  }
  return { id, method, sources: sources.map(String), sigmaM, certainty }
}

/**
 * Control geometry from parsed files, by file name without extension.
 * A `site-point` and an outline may share an id: they lie in different files.
 */
export function controlOf(files: Readonly<Record<string, FeatureCollection>>): Control {
  const all = (file: string): Feature[] => {
    const collection = files[file]
    if (collection === undefined) throw new Error(`Expected sources/${file}.geojson, found ${Object.keys(files).join(', ')}. Correct the name.`)
    return collection.features
  }
  const one = (from: string) => {
    const [file = '', id = ''] = from.split('/')
    const found = all(file).find((feature) => feature.properties?.['id'] === id)
    if (found === undefined) throw new Error(`Expected feature "${id}" in sources/${file}.geojson, found none. Correct "from" in shapes.json.`)
    return { ...found, properties: controlProperties(from, found.properties) }
  }
  return { all, one }
}

/** Reads every `*.geojson` of a folder. */
export function readControl(folder: string): Control {
  const names = readdirSync(folder).filter((name) => name.endsWith('.geojson')).sort()
  const read = (name: string): FeatureCollection => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return controlOf(Object.fromEntries(names.map((name) => [name.replace('.geojson', ''), read(name)])))
}
