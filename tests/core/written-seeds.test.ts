import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSeeds } from '../../seeds/load'
import { compileCatalogue } from '../../src/core/catalogue'
import { fromColumns, toColumns } from '../../src/core/columns'
import { englishOf, putEnglish, withoutEnglish } from '../../src/core/english'
import { withoutTexts } from '../../src/core/rule-text'
import { atOnce } from '../../src/core/steps'
import { readSeeds, writtenSeeds } from '../../src/core/written-seeds'

const seeds = withoutTexts(loadSeeds(join(import.meta.dirname, '..', '..')))
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const read = () => atOnce(readSeeds(sent(writtenSeeds(seeds))))

describe('the rules as they are written for the page', () => {
  it('are the same in Chinese when they are read', () => {
    expect(withoutEnglish(read())).toEqual(withoutEnglish(seeds))
  })

  it('have Chinese for English until that is read', () => {
    expect(read().zones[0]?.name).toEqual({ zh: seeds.zones[0]?.name.zh, en: seeds.zones[0]?.name.zh })
  })

  it('are whole once their English is put in', () => {
    const [catalogue, whole] = [compileCatalogue(read()), compileCatalogue(seeds)]
    putEnglish(catalogue, sent(englishOf(whole)) as string[])
    expect(catalogue).toEqual(whole)
  })

  it('refuse the English of other rules', () => {
    expect(() => putEnglish(compileCatalogue(read()), ['one'])).toThrow(/expected the English of \d+ texts, found 1/)
  })
})

describe('columns', () => {
  it.each([[[]], [[{ a: 1 }, { b: [2] }, { a: false, b: { c: 0 } }, {}]]])('give back the records they were made of: %j', (records: object[]) => {
    expect(atOnce(fromColumns(sent(toColumns(records)) as ReturnType<typeof toColumns>))).toEqual(records)
  })
})
