/** The measuring tool: a line or an outline is drawn, measured, and asks nothing. */
import type { ParcelGeometry } from '../core/model'
import type { App } from './app'
import type { View } from './url'

export type MeasureKind = 'line' | 'polygon'

export interface Measure {
  kind: MeasureKind
  /** What was drawn; null while it is being drawn. */
  done: ParcelGeometry | null
  /** How near one looked when it was done: a hand is no finer. */
  view?: View
}

/** What was drawn is measured; a drawing that was given up takes the tool away, one that could not begin leaves it to say why. */
export function endMeasuring(app: App, geometry: ParcelGeometry | null, reason?: string): void {
  const measure = app.measure.peek()
  if (measure === null || reason !== undefined) return
  app.measure.value = geometry === null ? null : { ...measure, done: geometry, view: app.view.peek() }
}
