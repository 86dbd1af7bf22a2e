/** Where can I build it: cutting the district, a question with fresh faces, and the verdicts of 100,000 points. */
import { batchVerdicts } from '../../src/core/batch-verdicts'
import { cutCells } from '../../src/core/cells'
import type { Shape } from '../../src/core/cells-outlines'
import type { LonLat, World } from '../../src/core/model'
import { suitabilityIn } from '../../src/core/suitability'
import { betterPlaces } from '../../src/core/suitability-better'
import { eachNs, onceMs } from './measure'

const on = '2024-06-01'

/** Every `n`th project type, so that there are 20. */
function projects({ catalogue }: World): string[] {
  const all = [...catalogue.activities.keys()]
  return Array.from({ length: 20 }, (_, at) => all[Math.floor((at * all.length) / 20)] ?? '')
}

export function benchSuitability(world: World, shapes: readonly Shape[], points: readonly LonLat[], row: (...cells: (string | number)[]) => void, round: (value: number) => string): void {
  const [, coldMs] = onceMs(() => cutCells(world.index, shapes))
  const [cells, warmMs] = onceMs(() => cutCells(world.index, shapes))
  const questions = projects(world).map((project) => ({ on, project: [project], facts: { isNew: true } }))
  const faces = suitabilityIn(cells, world)
  const first = questions[0] ?? { on }
  const [, firstMs] = onceMs(() => suitabilityIn(cells, world)(first))
  const each = eachNs(questions, (question) => faces(question).faces.length)
  const richest = questions.map(faces).toSorted((a, b) => b.faces.length - a.faces.length)[0] ?? faces(first)
  const verdicts = batchVerdicts(richest.question, world)
  const better = eachNs(points.slice(0, 50), (point) => betterPlaces(richest, point, verdicts).length)
  console.log(`\nSuitability on the shipped data: ${cells.areaM2.length} cells, ${cells.samples.length} different standings, ${cells.planar.x.length} vertices, ${cells.planar.from.length} edges.\n`)
  row('', 'median ms', 'p95 ms')
  row('---', '---', '---')
  row('cutting the district, cold', round(coldMs), '')
  row('cutting it again', round(warmMs), '')
  row('the first question after it', round(firstMs), '')
  row('a question, 20 project types', round(each.medianNs / 1e6), round(each.p95Ns / 1e6))
  row('nearest better places, all views', round(better.medianNs / 1e6), round(better.p95Ns / 1e6))
  const batchMs = questions.slice(0, 5).map((question) => {
    const batch = batchVerdicts(question, world)
    return onceMs(() => points.reduce((sum, point) => sum + batch.at(point), 0))[1]
  })
  row(`verdicts of ${points.length.toLocaleString('en')} points, one project`, round(batchMs.toSorted((a, b) => a - b)[2] ?? NaN), round(Math.max(...batchMs)))
}
