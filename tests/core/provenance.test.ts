import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import layers from '../../geodata/layers.json' with { type: 'json' }
import { provenanceOf, withoutProvenance } from '../../src/core/provenance'

const read = (file: string): FeatureCollection => JSON.parse(readFileSync(join(import.meta.dirname, '../../geodata/layers', file), 'utf8'))

describe('layers without where their shapes come from', () => {
  it.each(layers.map(({ file }) => file))('%s: both parts together are the layer', (file) => {
    const [layer, made] = [read(file), provenanceOf(read(file))]
    const { features } = withoutProvenance(layer)
    expect(features.map((feature, at) => ({ ...feature, properties: { ...feature.properties, ...made[at] } }))).toEqual(layer.features)
    expect(features.some(({ properties }) => properties !== null && ('method' in properties || 'sources' in properties))).toBe(false)
  })
})
