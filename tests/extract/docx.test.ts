import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { extractDocx, type DocxOptions } from '../../src/extract/docx'
import type { Extract } from '../../src/extract/extract'
import { sayIn, type Lang } from '../../src/extract/words'
import { has } from './programs'
import { extractIn, parcelAsked, road, site, surveyedWorld } from './world'

const world = surveyedWorld()
const extract = extractIn(world)

/** One pixel. */
const png = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
const options: DocxOptions = { hash: 'ab'.repeat(32), link: 'https://example.org/?a=1&b=2', mapPng: png, mapSize: { width: 400, height: 300 }, attribution: 'nobody' }

const bytesOf = async (of: Extract, lang: Lang, more = options) => new Uint8Array(await (await extractDocx(of, lang, more)).arrayBuffer())

function plain(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}

describe('extractDocx', () => {
  let zh = new Uint8Array()
  beforeAll(async () => void (zh = await bytesOf(extract, 'zh')))

  it('has the chapters of a Chinese report, every zone and every quote', () => {
    const text = plain(zh)
    for (const chapter of ['生态环境分区管控符合性分析', '1 项目与地块概况', '2 与生态保护红线', '3 符合性分析表', '4 判定与待核实事项', '5 附图', '6 资料来源、界线精度与版本', '管控要求原文', '审图号']) expect(text).toContain(chapter)
    for (const { zone } of extract.findings) expect(text).toContain(zone)
    for (const { quote } of extract.rules) expect(text).toContain(`“${quote}”`)
    for (const word of [options.hash, options.link, ...Object.values(extract.release)]) expect(text).toContain(word)
  })

  it('marks what only the author can fill in', () => {
    const xml = strFromU8(unzipSync(zh)['word/document.xml'] ?? new Uint8Array())
    expect(xml.match(/w:highlight w:val="yellow"/g)?.length).toBeGreaterThan(5)
    expect(plain(zh)).toContain('[待填写]')
  })

  it('lies across for the wide table, repeats its head, and numbers the pages', () => {
    const files = unzipSync(zh)
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect([...xml.matchAll(/w:orient="(\w+)"/g)].map(([, way]) => way)).toEqual(['portrait', 'landscape', 'portrait'])
    expect(xml).toContain('<w:tblHeader/>')
    expect(Object.entries(files).filter(([path]) => /word\/footer\d\.xml/.test(path)).every(([, bytes]) => strFromU8(bytes).includes('NUMPAGES'))).toBe(true)
  })

  it('is the same to the byte twice', async () => {
    expect(Buffer.compare(zh, await bytesOf(extract, 'zh'))).toBe(0)
  })

  it.each<[string, Extract]>([
    ['a point', extractIn(world, { kind: 'point', lonLat: [106.12, 29.12] })],
    ['zones', extractIn(world, { kind: 'zones', zones: ['red'] })],
    ['a line without project', extractIn(world, parcelAsked({ name: road.name, geometry: road.geometry }), { on: '2024-06-01' })],
    ['a corridor', extractIn(world, parcelAsked(road))],
    ['a name no XML may hold', extractIn(world, parcelAsked({ ...site, name: 'a\u0000<b>&\ud800' }))],
  ])('is written in English for %s, without a map', async (_, of) => {
    const { mapPng: _png, ...bare } = options
    const text = plain(await bytesOf(of, 'en', bare))
    expect(text).toContain(sayIn('en')('docx.title'))
    expect(text).not.toMatch(/undefined|\[object|\{\w+\}/)
    expect(text).not.toContain('\u0000')
    for (const { zone } of of.findings) expect(text).toContain(zone)
  })
})

describe.runIf(has('soffice') && has('pdftotext'))('LibreOffice', { timeout: 120_000 }, () => {
  it('opens the report and shows every rule', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docx-'))
    writeFileSync(join(folder, 'report.docx'), await bytesOf(extract, 'zh'))
    await promisify(execFile)('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')])
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'])
    rmSync(folder, { recursive: true })
    for (const { quote } of extract.rules) expect(stdout).toContain(quote)
    expect(stdout).toContain('符合性分析表')
    expect(stdout).toMatch(/第 1 页，共 \d+ 页/)
  })
})
