import { describe, expect, it } from 'vitest'
import { complaints, first, pick, quoteOf, ruleOf, type Copy } from './broken'

/** What is done to the seeds, and the one sentence that must follow. */
type Case = [name: string, spoil: (copy: Copy) => void, said: string]

const rule31 = 'seeds/plan-2021/rules/3.1.json · eco-redline-prohibit'

const shapes: Case[] = [
  ['a field is missing', (copy) => void Reflect.deleteProperty(ruleOf(copy, 'eco-redline-prohibit'), 'effect'),
    `${rule31} · expected the record to have effect · found none · see rule-file.schema.json`],
  ['a word is not of the list', (copy) => void Object.assign(ruleOf(copy, 'eco-redline-prohibit'), { effect: 'forbid' }),
    `${rule31} · expected effect to be one of prohibit, restrict, require, manage, encourage, target · found "forbid" · see rule-file.schema.json`],
  ['a field is unknown', (copy) => void Object.assign(pick(copy.seeds.zones, 'district'), { colour: 'red' }),
    'seeds/zones.json · district · expected the record to have only the fields of the schema · found "colour" · see zone.schema.json'],
  ['a type is wrong', (copy) => void Object.assign(first(pick(copy.seeds.zones, 'district').quotes), { offset: '12' }),
    'seeds/zones.json · district · expected quotes/0/offset: must be integer · found "12" · see zone.schema.json'],
  ['a date is not ISO', (copy) => void (first(copy.seeds.sources).issued = '26/11/2021'),
    'seeds/plan-2021/source.json · plan-2021 · expected issued: must match pattern "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" · found "26/11/2021" · see source.schema.json'],
  ['a language is missing', (copy) => void Reflect.deleteProperty(pick(copy.seeds.activities, 'electroplating').name, 'en'),
    'seeds/activities.json · electroplating · expected name to have en · found none · see activity.schema.json'],
  ['a language is empty', (copy) => void (pick(copy.seeds.facts, 'isNew').question.zh = ''),
    'seeds/facts.json · isNew · expected question/zh: must NOT have fewer than 1 characters · found "" · see fact.schema.json'],
  ['an office is no record', (copy) => void Object.assign(pick(copy.seeds.offices, 'water'), { knows: 'rivers' }),
    'seeds/offices.json · water · expected knows: must be object · found "rivers" · see office.schema.json'],
  ['a subject does not say whether it binds', (copy) => void Reflect.deleteProperty(pick(copy.seeds.subjects, 'dev'), 'bindsProject'),
    'seeds/subjects.json · dev · expected the record to have bindsProject · found none · see subject.schema.json'],
  ['an indicator has no kind', (copy) => void Reflect.deleteProperty(first(copy.tables['plan-2021']?.indicators), 'kind'),
    'seeds/plan-2021/indicators.json · box1-1 · expected the record to have kind · found none · see indicator.schema.json'],
  ['a project group counts in words', (copy) => void Object.assign(first(copy.tables['plan-2021']?.projects), { count: 'fourteen' }),
    'seeds/plan-2021/projects.json · field-1 · expected count: must be integer · found "fourteen" · see project-group.schema.json'],
]

const references: Case[] = [
  ['zone → office', (copy) => void (pick(copy.seeds.zones, 'district').office = 'nobody'),
    'seeds/zones.json · district · expected office to name a record of offices.json · found "nobody" · add it to seeds/offices.json or correct the id'],
  ['zone → wider zone', (copy) => void (pick(copy.seeds.zones, 'jinyunshan').inherits = ['two-screen']),
    'seeds/zones.json · jinyunshan · expected inherits to name a record of zones.json · found "two-screen" · add it to seeds/zones.json or correct the id'],
  ['zone → whole', (copy) => void (pick(copy.seeds.zones, 'town-fulu').partOf = 'bishan'),
    'seeds/zones.json · town-fulu · expected partOf to name a record of zones.json · found "bishan" · add it to seeds/zones.json or correct the id'],
  ['zone → related zone', (copy) => void (pick(copy.seeds.zones, 'district').related = ['nowhere']),
    'seeds/zones.json · district · expected related to name a record of zones.json · found "nowhere" · add it to seeds/zones.json or correct the id'],
  ['zone → complement', (copy) => void (pick(copy.seeds.zones, 'outside-hightech-zone').complement = { of: 'hightech', within: 'district' }),
    'seeds/zones.json · outside-hightech-zone · expected complement to name a record of zones.json · found "hightech" · add it to seeds/zones.json or correct the id'],
  ['activity → broader', (copy) => void (pick(copy.seeds.activities, 'cement').broader = ['factory']),
    'seeds/activities.json · cement · expected broader to name a record of activities.json · found "factory" · add it to seeds/activities.json or correct the id'],
  ['rule → zone', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').zones = ['red-line']),
    `${rule31} · expected zones to name a record of zones.json · found "red-line" · add it to seeds/zones.json or correct the id`],
  ['rule → activity', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').activities = ['building-things']),
    `${rule31} · expected activities to name a record of activities.json · found "building-things" · add it to seeds/activities.json or correct the id`],
  ['rule → exception', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').except = ['x']),
    `${rule31} · expected except to name a record of activities.json · found "x" · add it to seeds/activities.json or correct the id`],
  ['rule → conditional activity', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').conditionalFor = ['x']),
    `${rule31} · expected conditionalFor to name a record of activities.json · found "x" · add it to seeds/activities.json or correct the id`],
  ['rule → absolute activity', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').absoluteFor = ['x']),
    `${rule31} · expected absoluteFor to name a record of activities.json · found "x" · add it to seeds/activities.json or correct the id`],
  ['rule → subject', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').subject = 'king'),
    `${rule31} · expected subject to name a record of subjects.json · found "king" · add it to seeds/subjects.json or correct the id`],
  ['condition → fact', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').appliesIf = { all: [{ param: 'heightM', op: '>', value: 3 }] }),
    `${rule31} · expected appliesIf to name a record of facts.json · found "heightM" · add it to seeds/facts.json or correct the id`],
]

const conflictsOf = ({ seeds }: Copy) => first(seeds.sources.find(({ id }) => id === 'plan-2021')?.conflicts)

const conflicts: Case[] = [
  ['a side names no rule', (copy) => void (conflictsOf(copy).rules[0] = ['x']),
    'seeds/plan-2021/conflicts.json · redline-ecological-products · expected rules to name a rule · found "x" · add the rule or correct the id'],
  ['there is but one side', (copy) => void conflictsOf(copy).rules.pop(),
    'seeds/plan-2021/conflicts.json · redline-ecological-products · expected rules: must NOT have fewer than 2 items'],
  ['a side is empty', (copy) => void (conflictsOf(copy).rules[1] = []),
    'seeds/plan-2021/conflicts.json · redline-ecological-products · expected the record: must NOT have fewer than 1 items'],
  ['two bear one id', (copy) => void copy.seeds.sources.find(({ id }) => id === 'plan-2021')?.conflicts?.push(structuredClone(conflictsOf(copy))),
    'seeds/plan-2021/conflicts.json · redline-ecological-products · expected an id of its own · found the same id in seeds/plan-2021/conflicts.json · give the newer record another id'],
  ['it is not said in English', (copy) => void (conflictsOf(copy).why.en = '红线'),
    'seeds/plan-2021/conflicts.json · redline-ecological-products · expected why.en in English · found "红线" · write it in English'],
]

const cycles: Case[] = [
  ['a zone inherits from a narrower one', (copy) => void (pick(copy.seeds.zones, 'two-screens').inherits = ['jinyunshan']),
    'seeds/zones.json · two-screens · expected inherits, partOf, liesIn and complement never to lead back · found two-screens → jinyunshan → two-screens · remove one of these links'],
  ['a zone is part of its part', (copy) => void (pick(copy.seeds.zones, 'district').partOf = 'town-fulu'),
    'seeds/zones.json · district · expected inherits, partOf, liesIn and complement never to lead back · found district → town-fulu → district · remove one of these links'],
  ['a zone is less itself', (copy) => void (pick(copy.seeds.zones, 'outside-hightech-zone').complement = { of: 'outside-hightech-zone', within: 'district' }),
    'seeds/zones.json · outside-hightech-zone · expected inherits, partOf, liesIn and complement never to lead back · found outside-hightech-zone → outside-hightech-zone · remove one of these links'],
  ['an activity is broader than itself', (copy) => void (pick(copy.seeds.activities, 'industry').broader = ['cement']),
    'seeds/activities.json · cement · expected broader never to lead back · found cement → overcapacity-industry → industry → cement · remove one of these links'],
]

const ids: Case[] = [
  ['two zones', ({ seeds }) => void seeds.zones.push(structuredClone(first(seeds.zones))),
    'seeds/zones.json · district · expected an id of its own · found the same id in seeds/zones.json · give the newer record another id'],
  ['a rule and a zone', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').id = 'district'),
    'seeds/plan-2021/rules/3.1.json · district · expected an id of its own · found the same id in seeds/zones.json · give the newer record another id'],
  ['two offices', ({ seeds }) => void seeds.offices.push(structuredClone(first(seeds.offices))),
    'seeds/offices.json · planning · expected an id of its own · found the same id in seeds/offices.json · give the newer record another id'],
]

const quotes: Case[] = [
  ['the offset is off', (copy) => void (quoteOf(copy, 'eco-redline-prohibit').offset += 1),
    'found "化生态保护红线刚性约束，严格执行国家和重" · set offset to 16294'],
  ['a word is changed', (copy) => void (quoteOf(copy, 'eco-redline-prohibit').text = '严禁各种开发'),
    `${rule31} · expected the quote "严禁各种开发" at 16294 · found "强化生态保护红线刚性约束，严格执行国家和" · copy the words from the text, character for character`],
  ['a rule of a plan has no quote', (copy) => void delete ruleOf(copy, 'eco-redline-prohibit').quote,
    `${rule31} · expected a quote, and neither article nor wording · found none of them · copy the words from the text, with their offset`],
  ['a rule of a statute is quoted', ({ seeds }) => void (first(seeds.sources).kind = 'statute'),
    `${rule31} · expected article and wording, and no quote · found quote · give the number of the article and say in own words what it asks`],
  ['a second quote is wrong', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').also = [{ text: '没有这句话', offset: 0 }]),
    `${rule31} · expected the quote "没有这句话" at 0`],
  ['a zone is misquoted', (copy) => void (first(pick(copy.seeds.zones, 'district').quotes).text = '没有这句话'),
    'seeds/zones.json · district · expected the quote "没有这句话" at 1332'],
  ['an indicator is misquoted', (copy) => void (first(copy.tables['plan-2021']?.indicators).quote.text = '没有这句话'),
    'seeds/plan-2021/indicators.json · box1-1 · expected the quote "没有这句话" at'],
  ['a rule stands in another section', (copy) => void (first(copy.seeds.sources).rules.find(({ chapter, section }) => chapter === 3 && section === 1)!.section = 7),
    'seeds/plan-2021/rules/3.7.json · eco-redline-prohibit · expected a quote from chapter 3, section 7 · found chapter 3, section 1 · move the rule to 3.1.json'],
  ['a heading is not in the text', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').paragraph = '没有这个标题'),
    `${rule31} · expected paragraph to be a heading of the text · found "没有这个标题" · copy the heading from the text`],
  ['the text is gone', (copy) => void delete copy.texts['plan-2021'],
    'seeds/plan-2021/source.json · plan-2021 · expected the text in seeds/plan-2021/plan.txt · found no such file · put the plain text there'],
]

const indicatorOf = ({ tables }: Copy, id: string) => pick(tables['plan-2021']?.indicators ?? [], id)
const projectOf = ({ tables }: Copy, id: string) => pick(tables['plan-2021']?.projects ?? [], id)

const tables: Case[] = [
  ['a target is misread', (copy) => void (indicatorOf(copy, 'box2-2').target2025 = { zh: '49', en: '49' }),
    'seeds/plan-2021/indicators.json · box2-2 · expected "49" in its row of the text · found "森林覆盖率（%）约束性4748增长1个百分点3" · copy the figure from the table, character for character'],
  ['a result is misread', (copy) => void (indicatorOf(copy, 'box1-9a').value2020 = { zh: '96', en: '96' }),
    'seeds/plan-2021/indicators.json · box1-9a · expected "96" in its row of the text'],
  ['a kind is misread', (copy) => void (indicatorOf(copy, 'box2-4').kind = 'binding'),
    'seeds/plan-2021/indicators.json · box2-4 · expected "约束性" in its row of the text'],
  ['a count is not that of its quote', (copy) => void (projectOf(copy, 'field-1').count = 15),
    'seeds/plan-2021/projects.json · field-1 · expected the figure 15 in its quote · found "蓝天工程14项" · quote the words that give the figure'],
  ['the fields do not make up the whole', (copy) => void (projectOf(copy, 'field-1').count = 15),
    'seeds/plan-2021/projects.json · total-projects · expected 81 as the sum of all records of kind field · found 82 · correct the figures from the text'],
  ['the funds do not make up the whole', (copy) => void (projectOf(copy, 'funding-1').amount100MYuan = 3.7),
    'seeds/plan-2021/projects.json · total-funding · expected 70.5 as the sum of all records of kind funding · found 70.4 · correct the figures from the text'],
  ['a place is unknown', (copy) => void (indicatorOf(copy, 'box2-1').zones = ['red-line']),
    'seeds/plan-2021/indicators.json · box2-1 · expected zones to name a record of zones.json · found "red-line" · add it to seeds/zones.json or correct the id'],
  ['a rule is unknown', (copy) => void (projectOf(copy, 'field-2').rules = ['x']),
    'seeds/plan-2021/projects.json · field-2 · expected rules to name a rule · found "x" · add the rule or correct the id'],
]

const law = 'seeds/statutes-2026/rules'

const grounds: Case[] = [
  ['a zone is named nowhere', (copy) => void delete pick(copy.seeds.zones, 'drinking-water-grade-1').definedIn,
    'seeds/zones.json · drinking-water-grade-1 · expected a quote, or definedIn where only a law names the zone · found neither · say which words or which article name the zone'],
  ['a rule of a statute refers to no document', (copy) => void delete ruleOf(copy, 'law-67-access-list').delegatesTo,
    `${law}/1.0.json · law-67-access-list · expected delegatesTo, since the basis is by-reference · found none · name the document that holds the content, or correct the basis`],
  ['a reading of a statute is not told', (copy) => void delete ruleOf(copy, 'law-333-relocation').note,
    `${law}/3.0.json · law-333-relocation · expected a note, since the basis is implied · found none · say in note what is our reading and what the article leaves open`],
  ['a rule of a statute has no article', (copy) => void delete ruleOf(copy, 'law-318-no-outfall').article,
    `${law}/2.0.json · law-318-no-outfall · expected article and wording, and no quote · found wording · give the number of the article and say in own words what it asks`],
]

const compare = (param: string, op: '=' | '<' | 'in', value: number | boolean | string | string[]) => (copy: Copy) =>
  void (ruleOf(copy, 'eco-redline-prohibit').appliesIf = { any: [{ param, op, value }] })

const conditions: Case[] = [
  ['a number is asked in words', compare('residents', '=', 'many'),
    `${rule31} · expected residents: a number · found = "many" · correct appliesIf or the fact in seeds/facts.json`],
  ['a choice is unknown', compare('cateringType', '=', '火锅'),
    `${rule31} · expected cateringType: one of 汤锅, other · found = "火锅" · correct appliesIf or the fact in seeds/facts.json`],
  ['a yes is compared by size', compare('isNew', '<', true),
    `${rule31} · expected isNew: a boolean to be compared by =, != or in · found < true · correct appliesIf or the fact in seeds/facts.json`],
  ['`in` has no list', compare('cateringType', 'in', 'other'),
    `${rule31} · expected cateringType: \`in\` with a list, any other comparison with one value · found in "other" · correct appliesIf or the fact in seeds/facts.json`],
  ['a number has no unit', (copy) => void delete pick(copy.seeds.facts, 'residents').unit,
    'seeds/facts.json · residents · expected a fact of type number to have unit · found none · correct the type or the field'],
  ['a yes has a unit', (copy) => void (pick(copy.seeds.facts, 'isNew').unit = 'm'),
    'seeds/facts.json · isNew · expected a fact of type boolean to have neither unit nor choices · found unit · correct the type or the field'],
]

const languages: Case[] = [
  ['English in the Chinese place', (copy) => void (ruleOf(copy, 'eco-redline-prohibit').title.zh = 'Red line'),
    `${rule31} · expected title.zh in Chinese · found "Red line" · write it in plain Chinese`],
  ['Chinese in the English place', (copy) => void (pick(copy.seeds.zones, 'district').name.en = '璧山区'),
    'seeds/zones.json · district · expected name.en in English · found "璧山区" · write it in English'],
  ['a heading left in Chinese', (copy) => void (first(first(copy.seeds.sources).chapters).title.en = '前言'),
    'seeds/plan-2021/source.json · plan-2021 · expected chapters.0.title.en in English · found "前言" · write it in English'],
]

describe('check:seeds', () => {
  it('has nothing to say about the seeds as they are', () => {
    expect(complaints(() => undefined)).toEqual([])
  })

  describe.each(Object.entries({ shapes, references, conflicts, cycles, ids, quotes, tables, grounds, conditions, languages }))('%s', (_, cases) => {
    it.each(cases)('%s', (__, spoil, said) => {
      expect(complaints(spoil)).toContainEqual(expect.stringContaining(said))
    })
  })
})
