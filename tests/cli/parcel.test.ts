import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments'
import { askParcels, type ParcelInput, type ParcelOutput } from '../../src/cli/parcel'
import type { Answer } from '../../src/core/model'
import type { Lang } from '../../src/formats/say'
import { place } from '../helpers/place'

const words = (line: string): string[] => line.split(' ')
const context = { catalogue: place.world.catalogue, eia: place.eia, near: place.near, today: '2024-06-01' }

const ridge = [[106.285, 29.735], [106.315, 29.735], [106.315, 29.762], [106.3, 29.765], [106.285, 29.755], [106.285, 29.735]]
const feature = (name: string, geometry: unknown) => ({ type: 'Feature', properties: { name }, geometry })
const site = feature('site A', { type: 'Polygon', coordinates: [ridge] })
const pipe = feature('pipe', { type: 'LineString', coordinates: [[106.2, 29.6], [106.3, 29.75]] })
const bow = feature('bow', { type: 'Polygon', coordinates: [[[106.2, 29.6], [106.21, 29.61], [106.21, 29.6], [106.2, 29.61], [106.2, 29.6]]] })

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'parcel-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function save(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const saved = (name: string, ...features: unknown[]): string => save(name, JSON.stringify({ type: 'FeatureCollection', features }))
const given = (files: string[], more: Partial<ParcelInput> = {}, lang: Lang = 'zh'): Promise<ParcelOutput> =>
  askParcels(place, context, { files, raw: { project: ['livestock-farm'] }, json: false, lang, width: 96, ...more })
const answers = (out: string): Answer[] => out.trim().split('\n').map((line): Answer => JSON.parse(line))

describe('the words behind --parcel, --extract and --verify', () => {
  it('reads files, the question and where to save', () => {
    expect(readArguments(words('--parcel a.zip --parcel b.txt --project x --extract out.json'))).toEqual({ do: 'parcel', files: ['a.zip', 'b.txt'], raw: { project: ['x'] }, json: false, extract: 'out.json', lang: 'zh' })
    expect(readArguments(words('106.3,29.75 --extract out.json'))).toMatchObject({ do: 'ask', extract: 'out.json' })
    expect(readArguments(words('--verify out.json --lang en'))).toEqual({ do: 'verify', file: 'out.json', lang: 'en' })
  })

  it.each([
    ['--parcel a --zones b', 'parcel-and-subject'],
    ['--parcel a 106.3,29.75', 'parcel-and-subject'],
    ['--batch a --parcel b', 'two-doings'],
    ['--verify a --parcel b', 'two-doings'],
    ['--verify a --json', 'verify-alone'],
    ['--verify a 106.3,29.75', 'verify-alone'],
    ['--batch a --extract b', 'batch-and-extract'],
    ['--parcel', 'option-value'],
  ])('refuses %s', (line, code) => {
    expect(readArguments(words(line))).toMatchObject({ do: 'refuse', problem: { code } })
  })
})

describe('--parcel', () => {
  it('tells measures in m², 公顷 and 亩, how it was read, and each zone with least, drawn and most', async () => {
    const { out, err, answered } = await given([saved('one.geojson', site)])
    expect([err, answered]).toEqual([[], 'all'])
    expect(out).toMatch(/^地块 {4}site A\n {8}面积 8604562 m²（860\.4562 公顷，12906\.84 亩） · 周长 11426\.2 m\n {8}读法：/)
    expect(out.replaceAll(/\s+/g, '')).toMatch(/生态保护红线界线穿过或相接，误差±1\.5km图示\d+m²（[\d.]+公顷，[\d.]+亩），占30\.\d\d%·最小0、最大8604562m²/)
    for (const label of ['结论', '依据', '所在', '规定', '待核', '说明']) expect(out).toMatch(new RegExp(`^${label} `, 'm'))
  })

  it('tells a line by its length, in English', async () => {
    const { out } = await given([saved('line.geojson', pipe)], {}, 'en')
    expect(out).toMatch(/^Parcel +pipe\n +length 1\d{4}\.\d m\n/)
    expect(out).toMatch(/as drawn [\d.]+ m, \d/)
  })

  it('answers several parcels one by one, as JSON too, with the same question', async () => {
    const { out, answered } = await given([saved('a.geojson', site), saved('b.geojson', pipe)], { json: true })
    expect(answered).toBe('all')
    expect(answers(out).map(({ subject, on, verdict }) => [subject.kind === 'parcel' && subject.parcel.name, on, verdict !== null])).toEqual([['site A', '2024-06-01', true], ['pipe', '2024-06-01', true]])
  })

  it('answers what it can and tells what it cannot', async () => {
    const { out, err, answered } = await given([saved('mixed.geojson', site, bow)], { json: true }, 'en')
    expect(answered).toBe('some')
    expect(answers(out)).toHaveLength(1)
    expect(err).toEqual([expect.stringMatching(/bow.*(cross|itself)/)])
  })

  it.each<[string, () => string[], Partial<ParcelInput>, RegExp]>([
    ['a file that is not there', () => [join(folder, 'none.zip')], {}, /^Expected a readable file/],
    ['a file without parcels', () => [saved('empty.geojson')], {}, /xpected/],
    ['a file of another kind', () => [save('a.dwg', 'AC1027')], {}, /DWG/],
    ['a wrong project', () => [saved('p.geojson', site)], { raw: { project: ['livestock-far'] } }, /livestock-farm/],
  ])('refuses %s', async (_, files, more, sentence) => {
    expect(await given(files(), more, 'en')).toMatchObject({ out: '', err: [expect.stringMatching(sentence)], answered: 'none' })
  })

  it('reads KML, for which Node has no parser', async () => {
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>k</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ridge.map((at) => at.join(',')).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`
    const [answer] = answers((await given([save('k.kml', kml)], { json: true })).out)
    expect(answer?.measures?.areaM2).toBeCloseTo(8_604_562, -1)
  })

  it('saves one extract for each parcel', async () => {
    const file = join(folder, 'out.json')
    const { err } = await given([saved('two.geojson', site, pipe)], { extract: file }, 'en')
    expect(err).toEqual([expect.stringMatching(/^Extract saved as .*out-1\.json, SHA-256 [0-9a-f]{64}$/), expect.stringMatching(/out-2\.json/)])
    expect(JSON.parse(readFileSync(join(folder, 'out-1.json'), 'utf8'))).toMatchObject({ extract: { schema: 'one-map-extract/1' } })
    expect(await given([saved('one.geojson', site)], { extract: join(folder, 'no', 'where.json') }, 'en')).toMatchObject({ answered: 'none', err: [expect.stringMatching(/^Expected to write/)] })
  })
})
