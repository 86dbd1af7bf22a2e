import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import { compileCatalogue } from '../../src/core/catalogue'
import type { LonLat, Question, World } from '../../src/core/model'
import type { Rule } from '../../src/core/seed-types'
import { factsAsked, factsShown } from '../../src/ui/project-view'
import { chainTo, checklistOf, confidenceOf, decidersOf, doubtsOf, encouragementsOf, verdictsBySource } from '../../src/ui/verdict-view'
import { softeningOf } from '../../src/ui/softening'
import { sayCondition } from '../../src/ui/proof-words'
import { translator } from '../../src/ui/text'
import { decidingFigures } from '../../src/ui/about-figures'
import { loadedWorld, seeds } from './fixture'
import { chinese } from './words'

const [MIDDLE, NEAR]: LonLat[] = [[106.5, 29.55], [106.401, 29.45]]
const text = (zh: string) => ({ zh, en: zh })

const law = (id: string, more: Partial<Rule>): Rule => ({
  id,
  title: text(id),
  effect: 'prohibit',
  class: 'siting',
  stage: 'any',
  basis: 'literal',
  strictness: 5,
  zones: ['north'],
  activities: ['building'],
  subject: 'anyone',
  term: 'plan',
  article: 319,
  wording: text('不能建'),
  ...more,
})

/** The fixture with a statute beside the plan. */
const world: World = {
  ...loadedWorld().world,
  catalogue: compileCatalogue({
    ...seeds,
    sources: [
      ...seeds.sources,
      {
        id: 'code',
        kind: 'statute',
        title: text('法典'),
        issuer: text('人大'),
        issued: '2026-03-12',
        term: { from: '2026-08-15' },
        status: text('现行'),
        chapters: [{ no: 1, title: text('总则'), sections: [] }],
        rules: [
          {
            chapter: 1,
            section: null,
            rules: [
              law('law-condition', { conditionalFor: ['housing'] }),
              law('law-works', { activities: ['works'], effect: 'require', stage: 'new', appliesIf: { all: [{ param: 'capacity', op: '>=', value: 500 }] } }),
              law('law-hidden', { zones: ['hidden', 'redline'] }),
            ],
          },
        ],
      },
    ],
  }),
}

const asked = (lonLat: LonLat | undefined, project: string[], more: Partial<Question> = {}) => {
  const question: Question = { on: '2026-11-24', project, ...more }
  return { question, answer: ask({ kind: 'point', lonLat: lonLat ?? [0, 0] }, question, world) }
}

describe('how sure a verdict is', () => {
  it('needs no words where its parts agree', () => {
    const { answer } = asked(MIDDLE, ['building'])
    expect([doubtsOf(answer), confidenceOf(answer.verdict!, doubtsOf(answer))]).toEqual([{ drawn: [], possible: [] }, 'sure'])
  })

  it('names the line where the line decides', () => {
    const { answer } = asked(NEAR, ['building'], { sources: ['plan'] })
    const doubts = doubtsOf(answer)
    expect([doubts.drawn, confidenceOf(answer.verdict!, doubts)]).toEqual([['line'], 'line'])
  })

  it('is the least that holds where an unpublished zone may ask for more', () => {
    const { answer } = asked([106.7, 29.2], ['building'], { sources: ['plan'] })
    const doubts = doubtsOf(answer)
    expect([doubts.possible.includes('zones'), confidenceOf(answer.verdict!, doubts)]).toEqual([true, 'least'])
  })
})

describe('sources', () => {
  it('speak one by one where several decide', () => {
    const { answer, question } = asked([106.7, 29.8], ['housing'])
    expect(verdictsBySource(answer, question, world).map(({ source, verdict }) => [source.id, verdict.asDrawn])).toEqual([
      ['plan', 'conditional'],
      ['code', 'conditional'],
    ])
  })

  it('need no lines of their own where one is asked', () => {
    const { answer, question } = asked(MIDDLE, ['building'], { sources: ['plan'] })
    expect(verdictsBySource(answer, question, world)).toEqual([])
  })
})

describe('grounds', () => {
  it('are the deciding rules, with what speaks for the project beside them', () => {
    const { answer } = asked(MIDDLE, ['building'], { sources: ['plan'] })
    expect(decidersOf(answer, world.catalogue).map(({ hit }) => hit.id)).toEqual(answer.verdict?.decidedBy)
    expect(encouragementsOf(answer, world.catalogue).map(({ hit }) => hit.id)).toEqual(['welcome'])
  })

  it('go from the project to the activity that the rule names', () => {
    const rule = world.catalogue.rules.get('no-building')!
    expect(chainTo(rule, ['housing'], world.catalogue)).toEqual(['housing', 'building'])
    expect(chainTo(rule, ['works'], world.catalogue)).toEqual([])
  })

  it('tell a ban that is only a condition here', () => {
    const rule = world.catalogue.rules.get('law-condition')!
    const hitFor = (project: string[]) => asked(MIDDLE, project).answer.rules.find(({ id }) => id === 'law-condition')!
    expect(softeningOf(rule, hitFor(['housing']), ['housing'], world.catalogue)).toEqual({ why: 'condition' })
    expect(softeningOf(rule, hitFor(['building']), ['building'], world.catalogue)).toBeNull()
  })
})

describe('what to verify', () => {
  it('goes to the office that knows, drawn lines first', () => {
    const { answer } = asked(NEAR, ['building'])
    const { zones } = checklistOf(answer, world.catalogue)
    expect(zones.map(({ office, zones: of }) => [office?.id, of.map(({ zone, isDrawn }) => `${zone.id} ${isDrawn}`)])).toContainEqual(['ecology', ['redline true', 'hidden false']])
  })
})

describe('the facts asked', () => {
  it('are those that rules of the project need', () => {
    expect([...factsAsked(world.catalogue, ['works'])].sort()).toEqual(['capacity', 'isNew'])
    expect([...factsAsked(world.catalogue, ['building'])]).toEqual([])
  })

  it('begin with being new, stay while they are told, and go when nothing hangs on them', () => {
    const shown = (facts: Record<string, number | boolean>, project = ['works']) => {
      const { answer, question } = asked([106.7, 29.8], project, { facts })
      const { first, more } = factsShown(answer, question, world)
      return [...first, ...more].map(({ id }) => id)
    }
    expect(shown({})).toEqual(['isNew', 'capacity'])
    expect(shown({ isNew: true, capacity: 800 })).toEqual(['isNew', 'capacity'])
    expect(shown({ isNew: false })).toEqual(['isNew'])
    expect(shown({ capacity: 3 }, ['building'])).toEqual(['isNew'])
  })
})

describe('the place of a question', () => {
  it('does not change while it is answered', () => {
    const placeOf = (facts: Record<string, number | boolean>) => {
      const { answer, question } = asked([106.7, 29.8], ['works'], { facts })
      const { first, more } = factsShown(answer, question, world)
      return [first, more].map((group) => group.map(({ id }) => id))
    }
    const before = placeOf({ isNew: true })
    for (const capacity of [1, 499, 500, 5000]) expect(placeOf({ isNew: true, capacity })).toEqual(before)
  })
})

describe('the figures', () => {
  it('count rules that can decide and activities they reach', () => {
    expect(decidingFigures(world.catalogue)).toEqual({ rules: 9, deciding: 7, activities: 3, decided: 3 })
  })
})

describe('conditions in words', () => {
  const words = { lang: 'zh', t: translator(chinese), pick: (one: { zh: string }) => one.zh } as const
  const fact = (id: string) => world.catalogue.facts.get(id)!
  it.each([
    ['capacity', { op: '>=', value: 500 }, '日处理能力不低于 500 吨/日'],
    ['capacity', { op: '<', value: 1234.5 }, '日处理能力小于 1,234.5 吨/日'],
    ['isNew', { op: '=', value: true }, '“是否新建”为“是”'],
    ['isNew', { op: '!=', value: true }, '“是否新建”为“否”'],
    ['kind', { op: 'in', value: ['a', 'b'] }, '“种类”为“甲或b”'],
  ] as const)('%s %o', (id, condition, said) => {
    const { op, value } = condition
    expect(sayCondition(fact(id), { op, value: Array.isArray(value) ? [...value] : (value as number) }, words).replaceAll('\u202f', ' ')).toBe(said)
  })
})
