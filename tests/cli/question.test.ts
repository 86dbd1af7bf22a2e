import { describe, expect, it } from 'vitest'
import coordinates from '../../src/formats/coordinates.json'
import problems from '../../src/cli/problems.json'
import words from '../../src/cli/words.json'
import { isDay, readQuestion, type Context } from '../../src/cli/question'
import { sentence } from '../../src/cli/sentence'
import { editDistance, nearest } from '../../src/cli/suggest'
import { place } from '../helpers/place'

const context: Context = { catalogue: place.world.catalogue, eia: place.eia, near: place.near, today: '2026-11-24' }

describe('readQuestion', () => {
  it('reads a point as a pair, with today as the day', () => {
    expect(readQuestion({ id: 'a', lonLat: [106.3, 29.75] }, context)).toEqual({
      ok: true,
      asked: { id: 'a', subject: { kind: 'point', lonLat: [106.3, 29.75] }, question: { on: '2026-11-24' } },
    })
  })

  it('reads a point as a text and says how', () => {
    expect(readQuestion({ lonLat: '29.75, 106.3', on: '2024-06-01' }, context)).toMatchObject({
      ok: true,
      asked: { subject: { kind: 'point', lonLat: [106.3, 29.75] }, question: { on: '2024-06-01' }, read: { reading: { code: 'decimal-lat-lon' } } },
    })
  })

  it('reads known zones', () => {
    const raw = { zones: [], on: '2024-06-01', known: { 'ecological-redline': 'outside' } }
    expect(readQuestion(raw, context)).toMatchObject({ ok: true, asked: { question: { known: { 'ecological-redline': 'outside' } } } })
  })

  it('reads zones, project, facts and sources', () => {
    const raw = { zones: ['ecological-redline'], project: ['electroplating'], facts: { isNew: true }, sources: ['plan-2021'], on: '2024-06-01' }
    expect(readQuestion(raw, context)).toEqual({
      ok: true,
      asked: { subject: { kind: 'zones', zones: ['ecological-redline'] }, question: { on: '2024-06-01', project: ['electroplating'], facts: { isNew: true }, sources: ['plan-2021'] } },
    })
  })

  it.each([
    [{}, 'Expected a place or a set of zones, found neither. Give coordinates such as 106.30,29.75, or --zones (in a batch: lonLat or zones).'],
    [{ lonLat: [1, 2], zones: [] }, 'Expected either a place or zones, found both. Drop the coordinates or the zones.'],
    [{ lonlat: [1, 2] }, 'Expected a field of a question, found lonlat. Did you mean lonLat?'],
    [{ id: [7], lonLat: [1, 2] }, 'Expected a text or a number as id, found [7]. Give one of them or leave it out.'],
    [{ lonLat: [181, 2] }, 'Expected lonLat as [longitude, latitude] in degrees or as a text, found [181,2]. Write it as [106.30, 29.75].'],
    [{ lonLat: [106.3, null] }, 'Expected lonLat as [longitude, latitude] in degrees or as a text, found [106.3,null]. Write it as [106.30, 29.75].'],
    [{ lonLat: '106.3' }, 'Expected two values, found 1 numbers that do not form two. Put a comma between longitude and latitude.'],
    [{ zones: 'district' }, 'Expected zones as a list of zone ids, found "district". Write it as ["ecological-redline"].'],
    [{ zones: ['ecological-redlin'] }, 'Expected the id of a zone, found “ecological-redlin”. Did you mean ecological-redline (Ecological conservation redline (ECR))? All zones are in seeds/zones.json.'],
    [{ zones: ['qqqqqqqq'] }, 'Expected the id of a zone, found “qqqqqqqq”. All zones are in seeds/zones.json.'],
    [{ zones: [], project: ['电镀'] }, 'Expected the id of an activity, found “电镀”. Did you mean electroplating (Electroplating)? All activities are in seeds/activities.json.'],
    [{ zones: [], known: ['ecological-redline'] }, 'Expected known to say inside or outside for each zone, found ["ecological-redline"]. Write it as --known ecological-redline=outside (in a batch: {"ecological-redline":"outside"}).'],
    [{ zones: [], known: { 'ecological-redline': 'near' } }, 'Expected known to say inside or outside for each zone, found {"ecological-redline":"near"}. Write it as --known ecological-redline=outside (in a batch: {"ecological-redline":"outside"}).'],
    [{ zones: [], known: { 'ecological-redlin': 'inside' } }, 'Expected the id of a zone, found “ecological-redlin”. Did you mean ecological-redline (Ecological conservation redline (ECR))? All zones are in seeds/zones.json.'],
    [{ zones: [], sources: [] }, 'Expected sources as a list of source ids, found []. Write it as ["plan-2021"].'],
    [{ zones: [], on: '2023-02-29' }, 'Expected a day that exists, written YYYY-MM-DD, found "2023-02-29". Write it as 2024-06-01.'],
    [{ zones: [], facts: [1] }, 'Expected facts as a JSON object, found [1]. Write it as \'{"isNew":true}\'.'],
    [{ zones: [], facts: { isnew: true } }, 'Expected the id of a fact, found “isnew”. Did you mean isNew (New project)? All facts are in seeds/facts.json.'],
    [{ zones: [], facts: { isNew: 'yes' } }, 'Expected true or false for isNew (New project), found "yes". Use one of them, without quotes.'],
    [{ zones: [], facts: { households: true } }, 'Expected a number for households (Households), unit households, found true. Write the number alone.'],
  ])('refuses %j', (raw, text) => {
    const checked = readQuestion(raw, context)
    expect(checked.ok ? 'accepted' : sentence(checked.problem, 'en')).toBe(text)
    expect(checked.ok ? '' : sentence(checked.problem, 'zh')).toMatch(/[。？]$/)
  })

  it('is not fooled by names every object has', () => {
    expect(readQuestion({ zones: ['constructor'] }, context).ok).toBe(false)
    expect(readQuestion({ zones: [], facts: JSON.parse('{"__proto__":1}') }, context).ok).toBe(false)
  })

  it('keeps the id of a question it refuses', () => {
    expect(readQuestion({ id: 'a' }, context)).toMatchObject({ ok: false, id: 'a' })
  })

  it('knows the days of the calendar', () => {
    expect(['2024-02-29', '2023-02-29', '2024-13-01', '2024-6-1', ''].map(isDay)).toEqual([true, false, false, false, false])
  })
})

describe('nearest', () => {
  const known = ['alpha-zone', 'alpine-zone', 'beta'].map((id) => ({ id, name: { zh: id, en: id } }))
  it('takes the likeliest first, at most three, and none where nothing is like it', () => {
    expect(nearest('alhpa-zone', known).map(({ id }) => id)).toEqual(['alpha-zone'])
    expect(nearest('zone', known).map(({ id }) => id)).toEqual(['alpha-zone', 'alpine-zone'])
    expect(nearest('gamma', known)).toEqual([])
  })

  it('counts a swap of neighbours as one edit', () => {
    expect([editDistance('ab', 'ba'), editDistance('kitten', 'sitting'), editDistance('', 'abc')]).toEqual([1, 3, 3])
  })
})

describe('the sentences', () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name?.startsWith('remedy') === false).sort()
  it.each(Object.entries({ ...coordinates, ...problems, ...words }))('%s is complete in both languages', (_, text) => {
    const { zh, en } = text
    expect(holes(zh)).toEqual(holes(en))
    expect(/[!！]/.test(zh + en)).toBe(false)
  })
})
