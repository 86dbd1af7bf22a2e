import { describe, expect, it } from 'vitest'
import { compileCatalogue, type Seeds } from '../../src/core/catalogue'
import { activity, rule, smallSeeds, source, zone } from './fixture'

const catalogue = compileCatalogue(smallSeeds())
const ids = (rules: readonly { id: string }[] | undefined) => rules?.map(({ id }) => id)

describe('compileCatalogue', () => {
  it('keeps the given order everywhere', () => {
    expect([...catalogue.zones.keys()]).toEqual(smallSeeds().zones.map(({ id }) => id))
    expect([...catalogue.rules.keys()].slice(0, 3)).toEqual(['red-new', 'red-ban', 'wide-limit'])
    expect([...catalogue.sources.keys()]).toEqual(['plan', 'statutes'])
    expect(ids(catalogue.rulesByZone.get('red'))).toEqual(['red-new', 'red-ban', 'either-limit'])
    expect(ids(catalogue.rulesByZone.get('town'))).toEqual([])
  })

  it('knows where each rule stands', () => {
    expect(catalogue.rules.get('law-ban')).toMatchObject({ chapter: 1, section: 2, source: { id: 'statutes' }, scope: 'district' })
    expect(catalogue.rules.get('law-ban')?.source).toBe(catalogue.sources.get('statutes'))
    expect(catalogue.sources.get('plan')).not.toHaveProperty('rules')
  })

  it('closes activities and zones', () => {
    expect(catalogue.activityAncestors.get('open-cutting')).toEqual(['build', 'factory', 'cutting'])
    expect(catalogue.zoneAncestors.get('core')).toEqual(['red'])
    expect(catalogue.zoneDescendants.get('wide')).toEqual(['narrow-a', 'narrow-b'])
    expect(catalogue.zoneDescendants.get('core')).toEqual([])
  })

  it('is not to be changed', () => {
    expect(Object.isFrozen(catalogue)).toBe(true)
    expect(Object.isFrozen(catalogue.rules.get('red-new'))).toBe(true)
  })
})

const changed = (change: Partial<Seeds>): Seeds => ({ ...smallSeeds(), ...change })
const withRule = (more: Parameters<typeof rule>[1]) => changed({ sources: [source('plan', [rule('bad', more)])] })
const withZone = (more: Parameters<typeof zone>[1]) => changed({ zones: [...smallSeeds().zones, zone('bad', more)], sources: [] })

describe('what does not fit together is refused', () => {
  it.each<[string, Seeds, RegExp]>([
    ['a rule in an unknown zone', withRule({ zones: ['nowhere'] }), /Rule "bad": expected an id of zones\.json, found "nowhere"/],
    ['an unknown activity', withRule({ activities: ['nothing'] }), /Rule "bad": expected an id of activities\.json, found "nothing"/],
    ['an unknown exception', withRule({ except: ['nothing'] }), /found "nothing"/],
    ['an unknown condition', withRule({ conditionalFor: ['nothing'] }), /found "nothing"/],
    ['an unknown absolute ban', withRule({ absoluteFor: ['nothing'] }), /found "nothing"/],
    ['an unknown subject', withRule({ subject: 'nobody' }), /expected an id of subjects\.json, found "nobody"/],
    ['an unknown fact', withRule({ appliesIf: { all: [{ param: 'colour', op: '=', value: 'red' }] } }), /expected an id of facts\.json, found "colour"/],
    ['a fact every new project is asked', { ...withRule({ stage: 'new' }), facts: [] }, /expected an id of facts\.json, found "isNew"/],
    ['an unknown wider zone', withZone({ inherits: ['nowhere'] }), /Zone "bad": expected an id of zones\.json, found "nowhere"/],
    ['an unknown whole', withZone({ partOf: 'nowhere' }), /found "nowhere"/],
    ['an unknown related zone', withZone({ related: ['nowhere'] }), /found "nowhere"/],
    ['an unknown complement', withZone({ complement: { of: 'nowhere', within: 'district' } }), /found "nowhere"/],
    ['an unknown office', withZone({ office: 'nobody' }), /expected an id of offices\.json, found "nobody"/],
    ['an unknown broader activity', changed({ activities: [activity('bad', 'nothing')], sources: [] }), /Activity "bad": expected an id of activities\.json, found "nothing"/],
    ['an id used twice', changed({ zones: [zone('district'), zone('district')], sources: [] }), /zones\.json: expected each id once, found "district" twice/],
    ['a rule id used twice', changed({ sources: [source('a', [rule('same')]), source('b', [rule('same')])] }), /rules: expected each id once, found "same" twice/],
    ['a conflict of an unknown rule', changed({ sources: [source('a', [rule('one')], { conflicts: [{ id: 'odd', title: { zh: '', en: '' }, rules: [['one'], ['two']], why: { zh: '', en: '' } }] })] }), /Conflict "odd": expected an id of rules, found "two"/],
    ['a circle of activities', changed({ activities: [activity('a', 'b'), activity('b', 'a')], sources: [] }), /Expected activities without a circle, found a → b → a/],
    ['a circle of zones', changed({ zones: [zone('a', { partOf: 'b' }), zone('b', { inherits: ['a'] })], sources: [] }), /Expected zones without a circle, found a → b → a/],
    ['a complement of its own part', changed({ zones: [zone('district'), zone('a', { partOf: 'b' }), zone('b'), zone('c', { complement: { of: 'b', within: 'district' }, partOf: 'a' })], sources: [] }), /without a circle/],
  ])('%s', (_, seeds, message) => {
    expect(() => compileCatalogue(seeds)).toThrow(message)
  })
})
