import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { loadSeeds } from '../../seeds/load'
import { loadPlace } from '../../src/cli/world'
import type { Subject } from '../../src/core/model'
import { textsOf, withoutTexts } from '../../src/core/rule-text'
import { compileCatalogue } from '../../src/core/catalogue'
import { canonical } from '../../src/extract/canonical'
import answerSchema from '../../src/extract/answer.schema.json'
import schema from '../../src/extract/extract.schema.json'
import { extractFile, extractHash, sha256Hex } from '../../src/extract/hash'
import { extractIn, parcelAsked, question, road, site, surveyedWorld, texts } from './world'

const validate = new Ajv({ strict: true, allErrors: true, strictRequired: false, allowUnionTypes: true }).addSchema(answerSchema, 'answer.schema.json').compile(schema)

async function problems(...parameters: Parameters<typeof extractIn>): Promise<unknown> {
  return validate(JSON.parse(await extractFile(extractIn(...parameters)))) ? [] : validate.errors
}

const world = surveyedWorld()
const point: Subject = { kind: 'point', lonLat: [106.12, 29.12] }

describe('extract.schema.json', () => {
  it.each<[string, Subject]>([['a point', point], ['zones', { kind: 'zones', zones: ['red'] }], ['a parcel', parcelAsked(site)], ['a corridor', parcelAsked(road)]])('holds for %s', async (_, subject) => {
    expect(await problems(world, subject)).toEqual([])
    expect(await problems(world, subject, { on: '2024-06-01', known: { red: 'inside' }, sources: ['plan'] })).toEqual([])
  })

  it('holds for the real district, with and without a project', async () => {
    const root = `${import.meta.dirname}/../..`
    const place = loadPlace(root)
    const words = textsOf(loadSeeds(root))
    const there: Subject = { kind: 'point', lonLat: [106.3, 29.75] }
    expect(await problems(place.world, there, { on: '2026-11-24' }, words)).toEqual([])
    const asked = { on: '2026-11-24', project: ['livestock-farm'], facts: { isNew: true } }
    expect(await problems(place.world, there, asked, words)).toEqual([])
    // The page reads the words of the rules apart from the seeds.
    const page = { ...place.world, catalogue: compileCatalogue(withoutTexts(loadSeeds(root))) }
    expect(await extractHash(extractIn(page, there, asked, words))).toBe(await extractHash(extractIn(place.world, there, asked, words)))
  })

  it('describes every property', () => {
    const silent: string[] = []
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, child] of Object.entries(value)) {
        if (path.endsWith('/properties') && !('description' in child) && !('$ref' in child)) silent.push(`${path}/${key}`)
        visit(child, `${path}/${key}`)
      }
    }
    visit(schema.definitions, '')
    expect(silent).toEqual([])
  })
})

describe('the extract', () => {
  it('has the same hash everywhere: the golden value of a parcel', async () => {
    expect(await extractHash(extractIn(world))).toMatchInlineSnapshot(`"d6a953902696740d6aa6a96995971a14320db8d77a4d87a4e216a04ae6903224"`)
  })

  it('has the same hash twice, from worlds built apart', async () => {
    expect(await extractHash(extractIn(surveyedWorld()))).toBe(await extractHash(extractIn(world)))
  })

  it('is written with its own hash, canonically', async () => {
    const text = await extractFile(extractIn(world))
    const file = JSON.parse(text)
    expect(canonical(file)).toBe(text)
    expect(file.sha256).toBe(await sha256Hex(canonical(file.extract)))
  })

  it('keeps areas to 0.01, shares to 1e-6, distances to the metre', () => {
    const red = extractIn(world).findings.find(({ zone }) => zone === 'red')
    const { areaM2, share } = red?.overlap ?? {}
    expect(areaM2?.drawn).toBeCloseTo(1_078_000, -4)
    expect(Number.isInteger(Math.round((areaM2?.drawn ?? 0) * 1e5) / 1e3)).toBe(true)
    expect(share?.drawn).toBeCloseTo(0.5, 2)
    expect(extractIn(world).near.every(({ distanceM }) => Number.isInteger(distanceM))).toBe(true)
  })

  it('holds the question whole, so that it can be asked again', () => {
    expect(extractIn(world).question).toEqual({ subject: parcelAsked(site), on: '2024-06-01', project: ['mill'], facts: { isNew: true }, known: {} })
  })

  it('tells where each quote stands, and refuses to go without the words', () => {
    const rule = extractIn(world).rules.find(({ id }) => id === 'red-ban')
    expect(rule).toMatchObject({ source: 'plan', document: 'plan', quote: 'red-ban', offset: 0, title: { zh: 'red-ban', en: 'red-ban' }, dimension: 'spatial' })
    expect(() => extractIn(world, point, question, {})).toThrow(/^expected the words of rule/)
    expect(Object.keys(texts)).toContain('red-ban')
  })
})

describe('sha256Hex', () => {
  it('is SHA-256 over UTF-8', async () => {
    expect(await sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(await sha256Hex('红线')).toHaveLength(64)
  })

  it('says so where the browser withholds it', async () => {
    const { crypto } = globalThis
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true })
    await expect(sha256Hex('a')).rejects.toMatchObject({ name: 'NoHash', told: { code: 'hash.none' } })
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true })
  })
})
