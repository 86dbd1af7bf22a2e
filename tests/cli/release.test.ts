import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { releaseOf } from '../../src/cli/release'
import { loadWorld } from '../../src/cli/world'

const ROOT = join(import.meta.dirname, '..', '..')
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'))
  for (const folder of ['seeds/plan/rules', 'seeds/schemas', 'geodata/layers']) mkdirSync(join(root, folder), { recursive: true })
  put('package.json', '{"version":"1.2.3"}')
  put('seeds/zones.json', '[]\n')
  put('seeds/plan/plan.txt', '一\n二\n')
  put('geodata/layers/a.geojson', '{}\n')
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (path: string, text: string) => writeFileSync(join(root, path), text)

describe('releaseOf', () => {
  it('names data, rules and engine', () => {
    expect(releaseOf(root)).toEqual({ data: expect.stringMatching(/^[0-9a-f]{12}$/), rules: expect.stringMatching(/^[0-9a-f]{12}$/), engine: '1.2.3' })
  })

  it('changes with a place, with a word and with the name of a file, each in its own part', () => {
    const before = releaseOf(root)
    put('geodata/layers/a.geojson', '{ }\n')
    const moved = releaseOf(root)
    expect([moved.data === before.data, moved.rules === before.rules]).toEqual([false, true])
    put('seeds/plan/rules/1.1.json', '{}')
    const worded = releaseOf(root)
    expect([worded.data === moved.data, worded.rules === moved.rules]).toEqual([true, false])
    rmSync(join(root, 'seeds/plan/rules/1.1.json'))
    put('seeds/plan/rules/1.2.json', '{}')
    expect(releaseOf(root).rules).not.toBe(worded.rules)
  })

  it('does not change with line ends, schemas, notes or code', () => {
    const before = releaseOf(root)
    put('seeds/plan/plan.txt', '一\r\n二\r\n')
    put('seeds/schemas/zone.schema.json', '{}')
    put('seeds/README.md', 'x')
    put('seeds/load.ts', 'x')
    put('geodata/layers/notes.md', 'x')
    expect(releaseOf(root)).toEqual(before)
  })

  it('is that of the world', () => {
    expect(loadWorld(ROOT).release).toEqual(releaseOf(ROOT))
  })
})

describe('loadWorld', () => {
  it('says what to do when a layer has not been built', () => {
    cpSync(join(ROOT, 'geodata/layers.json'), join(root, 'geodata/layers.json'))
    const first: { file: string; zones: string[] } = JSON.parse(readFileSync(join(root, 'geodata/layers.json'), 'utf8')).find(({ zones }: { zones: string[] }) => zones.length > 0)
    expect(() => loadWorld(root)).toThrow(`expected geodata/layers/${first.file}, found no such file; run npm run geodata`)
  })

  it('says so when the manifest is gone', () => {
    expect(() => loadWorld(root)).toThrow('expected geodata/layers.json, found no such file; restore it from the repository')
  })
})
