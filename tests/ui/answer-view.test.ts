import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import type { Answer, LonLat } from '../../src/core/model'
import { answerView, effectCounts, summaryOf } from '../../src/ui/answer-view'
import { deadlineOf, placeInSource, termOf } from '../../src/ui/rule-words'
import { translator } from '../../src/ui/text'
import { loadedWorld } from './fixture'
import { chinese } from './words'

const { world } = loadedWorld()
const answerAt = (lonLat: LonLat, on = '2026-11-24', from = world): Answer => ask({ kind: 'point', lonLat }, { on }, from)
const viewAt = (lonLat: LonLat, on?: string) => answerView(answerAt(lonLat, on), world.catalogue)
const ids = (lines: { zone: { id: string } }[]) => lines.map(({ zone }) => zone.id)

const MIDDLE: LonLat = [106.5, 29.55] // in the red line and in the north

describe('an answer, sorted for reading', () => {
  const view = viewAt(MIDDLE)

  it('lists the zones here, most surely first, without the district', () => {
    expect(view.here.map(({ is, lines }) => [is, ids(lines)])).toEqual([['inside', ['redline', 'space', 'north']]])
  })

  it('puts the rules of the zones strictest first, each with the zone it comes through', () => {
    expect(view.rules.map(({ effect, rules }) => [effect, rules.map(({ hit, via }) => `${hit.id} ${via.id}`)])).toEqual([
      ['prohibit', ['no-building redline']],
      ['restrict', ['slowly space']],
      ['encourage', ['welcome north']],
    ])
  })

  it('folds what holds everywhere by chapter, in the order of the document', () => {
    expect(view.districtWide.map(({ chapter, rules }) => [chapter, rules.map(({ hit }) => hit.id)])).toEqual([
      [3, ['also-everywhere']],
      [5, ['everywhere']],
    ])
  })

  it('gives zones without an outline to the office that knows, those with rules first', () => {
    const groups = view.unmapped.map(({ office, lines }) => [office?.id, lines.map(({ zone, rules }) => `${zone.id} ${rules.length}`)])
    expect(groups).toEqual([
      ['water', ['secret 1']],
      ['ecology', ['hidden 0']],
    ])
  })

  it('leaves places outside the district out of the list of what is not concerned', () => {
    expect(ids(view.clear)).toEqual(['ring'])
  })

  it('puts every zone somewhere, once', () => {
    const told = [...view.here.flatMap(({ lines }) => lines), ...view.clear, ...view.unmapped.flatMap(({ lines }) => lines), ...view.failed]
    expect(ids(told).sort()).toEqual(['hidden', 'north', 'redline', 'ring', 'secret', 'space'])
  })

  it('sums up', () => {
    expect(summaryOf(view)).toEqual({ inside: 3, check: 0, rules: 3 })
    expect(effectCounts(view.rules.flatMap(({ rules }) => rules))).toEqual([['prohibit', 1], ['restrict', 1], ['encourage', 1]])
  })
})

describe('near lines and beyond', () => {
  it('tells an envelope as possible', () => {
    const here = viewAt([106.15, 29.15]).here
    expect(here.map(({ is, lines }) => [is, ids(lines)])).toEqual([['possible', ['ring']]])
  })

  it('knows the edge of the district from its inside and its outside', () => {
    expect([viewAt(MIDDLE), viewAt([106.00001, 29.2]), viewAt([105.99999, 29.2]), viewAt([105, 29])].map(({ where }) => where)).toEqual(['inside', 'edge', 'edge', 'outside'])
  })
})

describe('what could not be read', () => {
  it('is told with its reason, never as not concerned', () => {
    const lost = loadedWorld({ redline: 'redline.geojson: HTTP 500' })
    const view = answerView(answerAt(MIDDLE, '2026-11-24', lost.world), lost.world.catalogue)
    expect(view.failed.map(({ zone, finding, rules }) => [zone.id, finding.why, rules.length])).toContainEqual(['redline', 'redline.geojson: HTTP 500', 1])
    expect(ids(view.clear)).not.toContain('redline')
  })

  it('leaves the district itself in doubt', () => {
    const lost = loadedWorld({ district: 'HTTP 500' })
    expect(answerView(answerAt(MIDDLE, '2026-11-24', lost.world), lost.world.catalogue).where).toBe('unknown')
  })
})

describe('place and term of a rule', () => {
  const t = translator(chinese)
  const ruleOf = (id: string, on: string) => viewAt(MIDDLE, on).rules.flatMap(({ rules }) => rules).find(({ hit }) => hit.id === id)!
  const term = (id: string, on: string) => {
    const { found, hit } = ruleOf(id, on)
    return termOf(found.rule, hit, found.source, on, t, 'zh')
  }

  it('is chapter and section', () => {
    expect(placeInSource(ruleOf('no-building', '2026-11-24'), { t, lang: 'zh' })).toBe('第三章第一节')
    expect(placeInSource(viewAt(MIDDLE).districtWide[1]!.rules[0]!, { t, lang: 'zh' })).toBe('第五章')
  })

  it('stands while the plan stands, and says when its period is over', () => {
    expect([term('no-building', '2024-06-01'), term('no-building', '2026-11-24')]).toEqual(['规划期内', '期满，未见废止'])
  })

  it('ends where the text names the period', () => {
    expect([term('slowly', '2024-06-01'), term('slowly', '2026-01-01')]).toEqual(['原文限于 2021—2025', '已到期（原文限于 2021—2025）'])
  })

  it('is not in force before its document', () => {
    expect(term('no-building', '2021-01-01')).toBe('尚未生效（2021年11月26日 印发）')
  })

  it('tells a deadline that has passed', () => {
    const { found } = ruleOf('slowly', '2024-06-01')
    expect([deadlineOf(found.rule, '2023-12-31', t, 'zh'), deadlineOf(found.rule, '2024-01-01', t, 'zh')]).toEqual(['到 2023 年底（2023年12月31日 止）', '到 2023 年底（2023年12月31日 止，已过）'])
  })
})
