/** Orders of the embedding page → the state. Each is taken as a whole, or not at all. */
import { batch } from '@preact/signals'
import type { Parcel } from '../core/model'
import type { App } from '../state/app'
import { addParcels, clearParcels } from '../state/parcel-verbs'
import { askAt, lookAt } from '../state/verbs'
import type { AskOrder, Order } from './messages'

/** `parcel`: the one of the order, checked; null where a point is asked about. What the order does not say is not asked. */
export function askOrder(app: App, { subject, project, facts, known }: AskOrder, parcel: Parcel | null, on: string): void {
  batch(() => {
    clearParcels(app)
    app.compared.value = []
    app.project.value = project
    app.facts.value = facts
    app.item.value = null
    app.selected.value = null
    app.suit.value = null
    app.on.value = on
    if (subject.kind === 'point') askAt(app, subject.lonLat)
    else if (parcel !== null) addParcels(app, [parcel])
    app.known.value = known
  })
}

export function viewOrder(app: App, { center, zoom }: Extract<Order, { do: 'view' }>): void {
  lookAt(app, center, zoom)
}
