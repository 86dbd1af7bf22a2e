/** The difference of two lists of style layers as the fewest changes that lead from one to the other. */
import type { LayerSpecification } from 'maplibre-gl'

/** One change of a style layer. `value` undefined: back to the default. */
export interface Change {
  kind: 'paint' | 'layout' | 'filter'
  layer: string
  /** Name of the property; empty for a filter. */
  name: string
  value: unknown
}

type Properties = Readonly<Record<string, unknown>>

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

function changedProperties(kind: 'paint' | 'layout', layer: string, before: Properties, after: Properties): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.filter((name) => !same(before[name], after[name])).map((name) => ({ kind, layer, name, value: after[name] }))
}

const filterOf = (layer: LayerSpecification): unknown => ('filter' in layer ? layer.filter : undefined)

function changesOf(before: LayerSpecification, after: LayerSpecification): Change[] {
  const filter: Change[] = same(filterOf(before), filterOf(after)) ? [] : [{ kind: 'filter', layer: after.id, name: '', value: filterOf(after) }]
  return [
    ...filter,
    ...changedProperties('layout', after.id, { ...before.layout }, { ...after.layout }),
    ...changedProperties('paint', after.id, { ...before.paint }, { ...after.paint }),
  ]
}

/**
 * Changes from `before` to `after`, two states of one drawing.
 * @throws Error when they hold different layers: a drawing keeps its layers, states only change them
 */
export function changesBetween(before: readonly LayerSpecification[], after: readonly LayerSpecification[]): Change[] {
  if (before.length !== after.length) throw new Error(`Expected ${before.length} style layers as before, found ${after.length}. Build both lists from the same drawing.`)
  return after.flatMap((layer, i) => {
    const earlier = before[i]
    if (earlier?.id !== layer.id) throw new Error(`Expected style layer "${earlier?.id}" at place ${i}, found "${layer.id}". Build both lists from the same drawing.`)
    return changesOf(earlier, layer)
  })
}
