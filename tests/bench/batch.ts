/** A batch of 100,000 points: read, answered, sorted and written, as the worker of the page does it. */
import type { Question, World } from '../../src/core/model'
import { BatchRun } from '../../src/data/batch-run'
import { readBatch } from '../../src/formats/batch'
import { onceMs } from './measure'
import { queryPoints } from './sets'

const NEAR = [105.9, 29.2, 106.5, 29.95] as const
const ROWS = 100_000
const PLATING: Question = { on: '2024-06-01', project: ['electroplating'], facts: { isNew: true } }

type Row = (...cells: (string | number)[]) => void

function answered(run: BatchRun, question: Question): number {
  run.ask(question)
  run.step(() => false)
  return run.done
}

export async function benchBatch(world: World, row: Row, round: (value: number) => string): Promise<void> {
  const text = ['name,lon,lat', ...queryPoints(ROWS).map(([lon, lat], i) => `P${i},${lon.toFixed(6)},${lat.toFixed(6)}`)].join('\n')
  const bytes = new TextEncoder().encode(text)
  console.log(`\nBatch: ${ROWS.toLocaleString('en')} points.\n`)
  row('step', 'ms')
  row('---', '---')
  const start = performance.now()
  const read = await readBatch({ name: 'points.csv', bytes }, { near: NEAR })
  row('read and recognised', round(performance.now() - start))
  const [run, placedMs] = onceMs(() => new BatchRun('points.csv', world, read, NEAR))
  row('placed', round(placedMs))
  row('answered, one project', round(onceMs(() => answered(run, PLATING))[1]))
  row('answered again, another project', round(onceMs(() => answered(run, { ...PLATING, project: ['livestock-farm'] }))[1]))
  row('sorted by verdict', round(onceMs(() => run.rows({ sort: 'possible', down: true, group: null, text: '', from: 0, count: 100 }))[1]))
}
