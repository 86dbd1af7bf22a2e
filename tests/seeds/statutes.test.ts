import { describe, expect, it } from 'vitest'
import { loadSeeds } from '../../seeds/load'
import { ask } from '../../src/core/ask'
import { compileCatalogue } from '../../src/core/catalogue'
import type { Facts, Verdict } from '../../src/core/model'
import { rankOf } from '../../src/core/verdict'
import { buildZoneIndex } from '../../src/core/zone-index'
import { root } from './broken'

const catalogue = compileCatalogue(loadSeeds(root))
const world = { catalogue, index: buildZoneIndex([]), release: { data: '', rules: '', engine: '' } }
const statutes = [...catalogue.sources.values()].filter(({ kind }) => kind === 'statute').map(({ id }) => id)
const plans = [...catalogue.sources.keys()].filter((id) => !statutes.includes(id))
const rules = [...catalogue.rules.values()].filter(({ source }) => source.kind === 'statute')
const projects = [...catalogue.activities.keys()]
const built = projects.filter((id) => id === 'any-development' || catalogue.activityAncestors.get(id)?.includes('any-development'))

const LAST_DAY_BEFORE = '2026-08-14'
const FIRST_DAY = '2026-08-15'

function verdictOn(on: string, zone: string, project: string, sources: string[], facts: Facts = { isNew: true }): Verdict {
  const { verdict } = ask({ kind: 'zones', zones: [zone] }, { on, project: [project], facts, sources }, world)
  if (verdict === null) throw new Error(`expected a verdict on ${project}, found none`)
  return verdict
}

const ranksOf = ({ certain, asDrawn, possible }: Verdict): number[] => [certain, asDrawn, possible].map(rankOf)

describe('statutes', () => {
  it.each([true, false])('forbid no kind of building for certain where no zone is known (new: %s)', (isNew) => {
    const banned = built.filter((project) => verdictOn(FIRST_DAY, 'district', project, statutes, { isNew }).asDrawn === 'prohibited')
    expect(banned).toEqual([])
  })

  it('only add to what the plan says', () => {
    const zones = [...new Set(rules.flatMap(({ rule }) => rule.zones))]
    const lower = zones.flatMap((zone) => projects.filter((project) => {
      const [both, plan, law] = [[...plans, ...statutes], plans, statutes].map((sources) => ranksOf(verdictOn(FIRST_DAY, zone, project, sources)))
      return both?.some((rank, part) => rank !== Math.max(plan?.[part] ?? 0, law?.[part] ?? 0))
    }).map((project) => `${zone} · ${project}`))
    expect(lower).toEqual([])
  })

  it('count from the day they are in force, and are told before', () => {
    const of = (on: string) => ask({ kind: 'zones', zones: ['drinking-water-grade-1'] }, { on, project: ['residential'], facts: { isNew: true }, sources: statutes }, world)
    expect(of(LAST_DAY_BEFORE).rules.find(({ id }) => id === 'law-319-build')).toMatchObject({ counts: 'info', term: 'not-yet' })
    expect(of(LAST_DAY_BEFORE).verdict?.possible).toBe('no-specific-rule')
    expect(of(FIRST_DAY).rules.find(({ id }) => id === 'law-319-build')).toMatchObject({ counts: 'certain', term: 'in-force' })
  })

  it('do not let what is read into an article, or stands elsewhere, count as certain', () => {
    const read = new Set(rules.filter(({ basis }) => basis !== 'literal').map(({ id }) => id))
    const hits = [...new Set(rules.flatMap(({ rule }) => rule.zones))].flatMap((zone) => ask({ kind: 'zones', zones: [zone] }, { on: FIRST_DAY, sources: statutes }, world).rules)
    expect(hits.filter(({ id, counts }) => read.has(id) && counts === 'certain').map(({ id }) => id)).toEqual([])
  })
})
