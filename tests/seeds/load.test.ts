import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkFolder } from '../../seeds/check'
import { numberOf, placeAt } from '../../seeds/check/places'
import { sentence } from '../../seeds/check/problem'
import { loadSeeds, ruleFiles } from '../../seeds/load'
import { root } from './broken'

let copy = ''
const seedFile = (...path: string[]) => join(copy, 'seeds', ...path)

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'seeds-'))
  cpSync(join(root, 'seeds'), seedFile(), { recursive: true })
})
afterEach(() => rmSync(copy, { recursive: true }))

describe('loadSeeds', () => {
  it('reads the catalogue', () => {
    const { zones, sources } = loadSeeds(root)
    expect(zones.length).toBeGreaterThanOrEqual(293)
    expect(sources.map(({ id, number }) => [id, number])).toEqual([['plan-2021', '璧山府发〔2021〕44号'], ['statutes-2026', undefined]])
    expect(sources.flatMap(({ rules }) => rules).flatMap(({ rules }) => rules).length).toBeGreaterThanOrEqual(725)
  })

  it('keeps the order of the document', () => {
    const places = ruleFiles(join(root, 'seeds', 'plan-2021')).map((name) => name.split('.').map(Number))
    const sorted = places.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
    expect(places).toEqual(sorted)
  })

  it('names the file that is not JSON', () => {
    writeFileSync(seedFile('zones.json'), '[{ "id": "district", }]')
    expect(() => loadSeeds(copy)).toThrow(/zones\.json · expected JSON · found .* · mend the file at that place/)
  })

  it('names the file that is no list', () => {
    writeFileSync(seedFile('facts.json'), '{}')
    expect(() => loadSeeds(copy)).toThrow(/facts\.json · expected a list of records · found object · put the records in \[ \]/)
  })

  it('names the file that is missing', () => {
    rmSync(seedFile('offices.json'))
    expect(() => loadSeeds(copy)).toThrow(/offices\.json/)
  })
})

describe('checkFolder', () => {
  it('passes the project as it is', () => {
    expect(checkFolder(copy).map(sentence)).toEqual([])
  })

  it('finds a rule file under a wrong name', () => {
    renameSync(seedFile('plan-2021', 'rules', '3.1.json'), seedFile('plan-2021', 'rules', '3.9.json'))
    expect(checkFolder(copy).map(sentence)).toContain(
      'seeds/plan-2021/rules/3.9.json · the file · expected the name 3.1.json, by its chapter and section · found 3.9.json · rename the file or correct chapter and section')
  })

  it('finds a text that is gone', () => {
    rmSync(seedFile('plan-2021', 'plan.txt'))
    expect(checkFolder(copy).map(sentence)).toContain(
      'seeds/plan-2021/source.json · plan-2021 · expected the text in seeds/plan-2021/plan.txt · found no such file · put the plain text there')
  })
})

describe('places of a text', () => {
  const text = '前言\n第一章 总则\n说明\n第一节 范围\n甲\n第十二章 附则\n乙'

  it.each([['前言', 0, null], ['说明', 1, null], ['甲', 1, 1], ['乙', 12, null]])('%s', (words, chapter, section) => {
    expect(placeAt(text, text.indexOf(words))).toEqual({ chapter, section })
  })

  it.each([['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['二十一', 21]])('reads %s', (numeral, number) => {
    expect(numberOf(numeral)).toBe(number)
  })
})
