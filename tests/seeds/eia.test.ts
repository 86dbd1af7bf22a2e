import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { expect, test } from 'vitest'
import { clausesOf } from '../../src/core/eia-catalogue'
import { readJson } from '../../seeds/load'
import { root, rules, seeds } from '../helpers/eia'

const schema = (name: string) => readJson(`${root}/seeds/schemas/${name}.schema.json`) as object
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).addSchema([schema('common'), schema('eia'), schema('fact')])

test.each([
  ['EiaItem', seeds.items],
  ['EiaArea', seeds.areas],
  ['EiaSource', [seeds.source]],
])('%s follows its schema', (name, records) => {
  const validate = ajv.getSchema(`eia.schema.json#/definitions/${name}`)
  expect(records.flatMap((record) => (validate?.(record) === true ? [] : [[record, validate?.errors]]))).toEqual([])
})

test('facts follow their schema, and none is asked twice under another name', () => {
  const validate = ajv.getSchema('fact.schema.json')
  expect(seeds.facts.filter((fact) => validate?.(fact) !== true)).toEqual([])
  const ids = [...seeds.facts.map(({ id }) => id), ...seeds.areas.map(({ ask }) => ask), ...seeds.items.flatMap((item) => clausesOf(item).flatMap((one) => ('ask' in one ? [one.ask] : [])))]
  expect(ids.filter((id, i) => ids.indexOf(id) !== i || rules.facts.has(id))).toEqual([])
})

test('every fact is used', () => {
  const used = readFileSync(`${root}/seeds/eia-2021/items.json`, 'utf8')
  expect(seeds.facts.map(({ id }) => id).filter((id) => id !== 'eiaSensitiveArea' && !used.includes(`"${id}"`))).toEqual([])
})

test('173 items in 55 categories, in order', () => {
  expect(seeds.items.map(({ no }) => no)).toEqual(Array.from({ length: 173 }, (_, i) => i + 1))
  expect(new Set(seeds.items.map(({ category }) => category.no)).size).toBe(55)
})

test('both languages are whole: Chinese has Chinese, English has no stray Chinese', () => {
  const texts = textsOf([seeds.items, seeds.areas, seeds.facts, seeds.source])
  expect(texts.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([])
  const quoted = /国环规大气〔2017〕2号|生态环境影响报告书|报告表|登记表|基本农田保护区|[（(][一二三][)）]/gu
  expect(texts.filter(({ en }) => /\p{Script=Han}/u.test(en.replace(quoted, '')))).toEqual([])
})

interface Both {
  zh: string
  en: string
}

const isText = (value: object): value is Both => 'zh' in value && 'en' in value

function textsOf(value: unknown): Both[] {
  if (typeof value !== 'object' || value === null) return []
  return isText(value) ? [value] : Object.values(value).flatMap(textsOf)
}
