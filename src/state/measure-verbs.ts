/** What one can do with the measuring tool. */
import { batch } from '@preact/signals'
import type { App } from './app'
import type { MeasureKind } from './measure'
import { addParcels, startSketch } from './parcel-verbs'

/** Draws anew; what was measured before goes. */
export function startMeasuring(app: App, kind: MeasureKind): void {
  batch(() => {
    app.sketch.value = null
    startSketch(app, kind)
    app.measure.value = { kind, done: null }
  })
}

/** Puts the tool away, with what it drew. */
export function stopMeasuring(app: App): void {
  batch(() => {
    app.measure.value = null
    app.traced.value = null
    app.sketch.value = null
  })
}

/** Asks about what was measured, as about a parcel of that name. */
export function askMeasured(app: App, name: string): void {
  const geometry = app.measure.peek()?.done
  if (geometry === null || geometry === undefined) return
  batch(() => {
    stopMeasuring(app)
    addParcels(app, [{ name, geometry }])
  })
}
