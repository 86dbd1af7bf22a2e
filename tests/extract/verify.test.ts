import { describe, expect, it } from 'vitest'
import type { World } from '../../src/core/model'
import { canonical } from '../../src/extract/canonical'
import { diffExtracts } from '../../src/extract/diff'
import type { Extract } from '../../src/extract/extract'
import { extractFile, sha256Hex } from '../../src/extract/hash'
import { verifyExtract, type Verified } from '../../src/extract/verify'
import { tell } from '../../src/extract/words'
import { extractIn, parcelAsked, road, surveyedWorld, texts } from './world'

const world = surveyedWorld()
const verify = (text: string, inWorld: World = world) => verifyExtract(text, inWorld, texts)

function kindsOf(verified: Verified): string[] {
  if (!('same' in verified) || verified.same) return []
  // Every sentence is whole in both languages.
  for (const told of verified.differences) for (const lang of ['zh', 'en'] as const) expect(tell(told, lang)).not.toMatch(/\{|undefined/)
  return verified.differences.map(({ kind, code }) => (kind === 'value' ? code : kind))
}

/** The file with its extract changed, hash as it was. */
const edited = async (edit: (extract: Extract) => void, rehash = false): Promise<string> => {
  const file: { extract: Extract; sha256: string } = JSON.parse(await extractFile(extractIn(world)))
  edit(file.extract)
  if (rehash) file.sha256 = await sha256Hex(canonical(file.extract))
  return JSON.stringify(file, null, 2)
}

describe('verifyExtract', () => {
  it.each([['a parcel', undefined], ['a corridor', parcelAsked(road)], ['a point', { kind: 'point', lonLat: [106.12, 29.12] }], ['zones', { kind: 'zones', zones: ['red'] }]] as const)('finds %s the same', async (_, subject) => {
    const file = await extractFile(extractIn(world, subject))
    expect(await verify(file)).toEqual({ same: true, hash: JSON.parse(file).sha256 })
  })

  it('does not mind how the file is laid out', async () => {
    expect(await verify(await edited(() => undefined))).toMatchObject({ same: true })
  })

  it('finds an edited value, and that the hash does not fit', async () => {
    const text = await edited(({ verdict }) => void (verdict!.asDrawn = 'conditional'))
    expect(kindsOf(await verify(text))).toEqual(['tampered', 'verify.verdict'])
  })

  it('finds a hash that fits nothing though the content is right, and a missing one', async () => {
    const text = await extractFile(extractIn(world))
    expect(kindsOf(await verify(text.replace(/"sha256":"."?/, '"sha256":"0')))).toEqual(['tampered'])
    expect(kindsOf(await verify(text.replace(/,"sha256":"[^"]*"/, '')))).toEqual(['tampered'])
  })

  it('finds an edit that was hashed again: nothing explains it', async () => {
    const text = await edited(({ findings }) => void (findings.find(({ zone }) => zone === 'red')!.overlap!.areaM2!.drawn -= 1000), true)
    expect(kindsOf(await verify(text))).toEqual(['unexplained', 'verify.area'])
  })

  it('finds rules that were dropped, added, reworded or counted otherwise', async () => {
    const dropped = await edited((extract) => void extract.rules.shift(), true)
    const added = await edited((extract) => void extract.rules.push({ ...extract.rules[0]!, id: 'invented' }), true)
    const reworded = await edited((extract) => void (extract.rules[0]!.quote = 'softer words'), true)
    const recounted = await edited((extract) => void (extract.rules[0]!.counts = 'info'), true)
    expect(kindsOf(await verify(dropped))).toEqual(['unexplained', 'verify.added'])
    expect(kindsOf(await verify(added))).toEqual(['unexplained', 'verify.removed'])
    expect(kindsOf(await verify(reworded))).toEqual(['unexplained', 'verify.reworded'])
    expect(kindsOf(await verify(recounted))).toEqual(['unexplained', 'verify.recounted'])
  })

  it('finds standings, distances, lengths, measures and the rest', async () => {
    const text = await edited((extract) => {
      const red = extract.findings.find(({ zone }) => zone === 'red')!
      Object.assign(red, { is: 'outside', distanceM: 5000 })
      extract.findings.find(({ zone }) => zone === 'hidden')!.via = 'red'
      extract.measures!.areaM2! += 1
      extract.near.pop()
      extract.verdict!.decidedBy.pop()
    }, true)
    expect(kindsOf(await verify(text))).toEqual(['unexplained', 'verify.standing', 'verify.distance', 'verify.zone', 'verify.areaM2', 'verify.other', 'verify.other'])
    const unknown = await edited((extract) => void Object.assign(extract, { more: 1 }), true)
    expect(kindsOf(await verify(unknown))).toEqual(['unexplained', 'verify.other'])
  })

  it('says which release is another: data, rules, engine', async () => {
    const file = await extractFile(extractIn(world))
    const other = (release: Partial<World['release']>): World => ({ ...world, release: { ...world.release, ...release } })
    expect(kindsOf(await verify(file, other({ data: 'aaaaaaaaaaaa' })))).toEqual(['data'])
    expect(kindsOf(await verify(file, other({ rules: 'aaaaaaaaaaaa' })))).toEqual(['rules'])
    expect(kindsOf(await verify(file, other({ engine: '9.0.0' })))).toEqual(['engine'])
    const wider = surveyedWorld(1.5)
    expect(kindsOf(await verify(file, { ...wider, release: { ...wider.release, data: 'bbbbbbbbbbbb' } }))).toEqual(expect.arrayContaining(['data', 'verify.area']))
  })

  it('says that the question cannot be asked here', async () => {
    const gone = await edited(({ question }) => void Object.assign(question, { project: ['gone'] }), true)
    expect(kindsOf(await verify(gone))).toEqual(['unanswerable'])
    const knot = await edited(({ question }) => void Object.assign(question.subject, { parcel: { name: 'x', geometry: { type: 'Polygon', coordinates: [[]] } } }), true)
    expect(kindsOf(await verify(knot))).toEqual(['unanswerable'])
  })

  it.each([
    ['no JSON', 'PK', 'read.json'],
    ['another JSON', '{"type":"FeatureCollection"}', 'read.extract'],
    ['another format', '{"extract":{"schema":"one-map-extract/9"}}', 'read.schema'],
    ['a broken field', '{"extract":{"schema":"one-map-extract/1","question":{}}}', 'read.field'],
  ])('refuses %s', async (_, text, code) => {
    const verified = await verify(text)
    expect(verified).toMatchObject({ unreadable: { code } })
    if ('unreadable' in verified) expect(tell(verified.unreadable, 'en')).toMatch(/^Expected .*found/)
  })

  it('never stumbles over a file with one field taken away or turned into something else', async () => {
    const file: { extract: Record<string, unknown> } = JSON.parse(await extractFile(extractIn(world)))
    for (const field of Object.keys(file.extract)) {
      for (const value of [undefined, null, 7, 'x', [], [null], {}, { a: null }]) {
        if (canonical(value ?? null) === canonical(file.extract[field] ?? null)) continue
        const verified = await verify(JSON.stringify({ ...file, extract: { ...file.extract, [field]: value } }))
        expect('unreadable' in verified || !verified.same).toBe(true)
      }
    }
  })
})

describe('diffExtracts', () => {
  const diff = (a: Extract, b: Extract) => diffExtracts(a, b)

  it('finds nothing between equal ones', () => {
    expect(diff(extractIn(world), extractIn(surveyedWorld()))).toEqual({
      question: [], release: [], measures: [], rules: { added: [], removed: [], reworded: [], recounted: [] }, zones: [], verdict: [], other: [], same: true,
    })
  })

  it('tells rules, areas and verdict from a question about another project', () => {
    const changes = diff(extractIn(world), extractIn(world, undefined, { on: '2024-06-01', project: ['idle'] }))
    expect(changes.question).toEqual(['project', 'facts'])
    expect(changes.rules.removed.map(({ id }) => id)).toContain('red-ban')
    expect(changes.verdict.map(({ part }) => part)).toContain('asDrawn')
    expect(changes.zones).toEqual([])
  })

  it('tells areas apart when the parcel grows, and words when they are revised', () => {
    const a = extractIn(world)
    const wider = extractIn(surveyedWorld(1.5))
    expect(diff(a, wider).zones.find(({ zone }) => zone === 'red')).toMatchObject({ changed: ['area'] })
    const revised = extractIn(world, undefined, undefined, { ...texts, 'red-ban': { quote: { text: 'new words', offset: 3 } } })
    expect(diff(a, revised).rules).toMatchObject({ added: [], removed: [], reworded: [{ from: { quote: 'red-ban' }, to: { quote: 'new words' } }], recounted: [] })
  })
})
