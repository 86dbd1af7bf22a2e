/** The table of a batch and the worker behind it: what is looked at, and what came of it. */
import { useEffect, useState } from 'preact/hooks'
import type { BatchDesk, BatchQuery, BatchRows } from '../core/batch-types'
import type { App } from '../state/app'
import { fromWithin, pageWith, START_QUERY } from './batch-view'
import { reasonOf } from './extract-made'
import { useApp, usePage } from './page'

/** So long typing may pause, ms. */
export const TYPING_MS = 250

export type Opened = { status: 'waiting' } | { status: 'ready'; desk: BatchDesk } | { status: 'failed'; why: string }

/** The desk, once there is something to answer with. `again`: tries anew where it could not be had. */
export function useDesk(): { opened: Opened; again(): void } {
  const { openBatch, app } = usePage()
  const [opened, set] = useState<Opened>({ status: 'waiting' })
  const [turn, setTurn] = useState(0)
  const isLoaded = app.loaded.value !== null
  useEffect(() => {
    if (!isLoaded || openBatch === undefined) return
    openBatch().then((desk) => set({ status: 'ready', desk }), (error: unknown) => set({ status: 'failed', why: reasonOf(error) }))
  }, [isLoaded, turn])
  return { opened, again: () => (set({ status: 'waiting' }), setTurn(turn + 1)) }
}

const NO_ROWS: BatchRows = { rows: [], total: 0 }

/** Asks about a row of the table; on a phone the table makes way for the answer. */
export function chooseRow(app: App, at: number): void {
  app.batchRow.value = { at, by: 'table' }
  if (matchMedia('(width < 900px)').matches) app.panel.value = null
}

/** The rows of a query, asked for anew whenever they may read otherwise. */
export function useRows(desk: BatchDesk, query: BatchQuery, turn: number, goTo: (query: BatchQuery) => void): BatchRows {
  const [found, set] = useState(NO_ROWS)
  useEffect(() => {
    let isCurrent = true
    const take = (rows: BatchRows): void => {
      const from = fromWithin(query, rows.total)
      if (!isCurrent) return
      if (from === query.from) set(rows)
      else goTo({ ...query, from })
    }
    desk.rows(query).then(take, () => undefined) // a worker that broke is told by the state
    return () => void (isCurrent = false)
  }, [desk, query, turn])
  return found
}

/** The query turned to the page of a row; without its filters where they leave the row out. */
async function queryWith(desk: BatchDesk, at: number, query: BatchQuery): Promise<BatchQuery> {
  const place = await desk.placeOf(at, query)
  return place === -1 ? pageWith(START_QUERY, await desk.placeOf(at, START_QUERY)) : pageWith(query, place)
}

/** Turns the table to a row that was chosen on the map. */
export function useChoice(desk: BatchDesk, query: BatchQuery, show: (query: BatchQuery) => void): void {
  const app = useApp()
  const choice = app.batchRow.value
  useEffect(() => {
    if (choice?.by === 'map') void queryWith(desk, choice.at, query).then(show)
  }, [choice])
}
