import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'verify-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { cwd: ROOT, maxBuffer: 1 << 26 }, (error, out, err) => resolve({ code: error ? (child.exitCode ?? -1) : 0, out, err }))
  })

describe('--extract and --verify', { timeout: 120_000 }, () => {
  it('saves, recomputes, and tells what was changed; exit codes are those of --help', async () => {
    const [parcel, file, bad] = ['site.geojson', 'out.json', 'bad.json'].map((name) => join(folder, name)) as [string, string, string]
    writeFileSync(parcel, '{"type":"Polygon","coordinates":[[[106.285,29.735],[106.315,29.735],[106.315,29.762],[106.285,29.735]]]}')
    expect(await run('--parcel', parcel, '--project', 'livestock-farm', '--on', '2024-06-01', '--extract', file, '--json')).toMatchObject({ code: 0, err: expect.stringContaining(file) })
    const { sha256 }: { sha256: string } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(bad, readFileSync(file, 'utf8').replace('"asDrawn":"', '"asDrawn":"not-'))
    const [same, found, other, none] = await Promise.all([run('--verify', file), run('--verify', bad, '--lang', 'en'), run('--verify', parcel, '--lang', 'en'), run('--verify', join(folder, 'none.json'))])
    expect(same).toEqual({ code: 0, out: expect.stringMatching(new RegExp(`^一致.*${sha256}\n$`)), err: '' })
    expect(found).toMatchObject({ code: 4, out: expect.stringMatching(/^The content does not fit the file's own SHA-256/) })
    expect(found.out).toMatch(/\n {2}Verdict \(as drawn\): not-/)
    expect(other).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^Expected a field extract/) })
    expect(none).toMatchObject({ code: 2, out: '' })
  })

  it('saves the extract of a point too', async () => {
    const file = join(folder, 'point.json')
    expect(await run('106.30,29.75', '--on', '2024-06-01', '--extract', file, '--json')).toMatchObject({ code: 0 })
    expect(await run('--verify', file)).toMatchObject({ code: 0 })
  })
})
