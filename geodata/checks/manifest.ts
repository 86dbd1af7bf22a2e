/** The manifest, the features and the catalogue name the same zones. */
import type { Feature } from 'geojson'
import type { Layer } from '../../src/core/model'
import type { Problem } from './problem'

const zonesOf = (features: readonly Feature[]): string[] =>
  [...new Set(features.flatMap(({ properties }) => (typeof properties?.['zone'] === 'string' ? [properties['zone']] : [])))]

/** The zones a layer promises are those its file has. */
export function zoneListProblems(layer: Layer, features: readonly Feature[]): Problem[] {
  const [promised, present] = [[...layer.zones].sort(), zonesOf(features).sort()]
  if (promised.join() === present.join()) return []
  const lacking = promised.filter((zone) => !present.includes(zone))
  const extra = present.filter((zone) => !promised.includes(zone))
  const found = [...lacking.map((zone) => `no shape of ${zone}`), ...extra.map((zone) => `${zone}, which layers.json does not name`)].join('; ')
  return [{ file: layer.file, feature: '(zones)', expected: `shapes of the zones layers.json names for "${layer.id}"`, found }]
}

export function unknownZones(layer: Layer, known: ReadonlySet<string>): Problem[] {
  return layer.zones
    .filter((zone) => !known.has(zone))
    .map((zone) => ({ file: 'layers.json', feature: layer.id, expected: 'zone ids of seeds/zones.json', found: zone }))
}

/** A zone is switched and coloured by one layer. */
export function sharedZones(layers: readonly Layer[]): Problem[] {
  const first = new Map<string, string>()
  return layers.flatMap(({ id, zones }) =>
    zones.flatMap((zone) => {
      const other = first.get(zone)
      first.set(zone, other ?? id)
      return other === undefined ? [] : [{ file: 'layers.json', feature: id, expected: 'zones of no other layer', found: `${zone}, also in "${other}"` }]
    }),
  )
}

const isFilled = (text: string | undefined) => text !== undefined && text.trim() !== ''

/** Names and sentences in both languages. */
export function untranslated(layers: readonly Layer[]): Problem[] {
  return layers.flatMap(({ id, name, about }) =>
    [name.zh, name.en, about.zh, about.en].every(isFilled) ? [] : [{ file: 'layers.json', feature: id, expected: 'name and about in Chinese and English', found: JSON.stringify({ name, about }) }],
  )
}
