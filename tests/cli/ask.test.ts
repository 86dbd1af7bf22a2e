import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/core/model'
import schema from '../../src/extract/answer.schema.json'

const ROOT = join(import.meta.dirname, '..', '..')
const SECONDS = 1000

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'ask-'))))
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  code: number
  out: string
  err: string
}

/** A child process as a user starts it. `ask` runs the script of package.json, `tsx` the same without npm. */
function run(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd: ROOT, maxBuffer: 1 << 26 }, (error, out, err) => resolve({ code: error ? (child.exitCode ?? -1) : 0, out, err }))
  })
}

const npm = (...args: string[]) => run('npm', ['run', '-s', 'ask', '--', ...args])
const tsx = (...args: string[]) => run(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args])

const validate = new Ajv({ strict: false }).compile<Answer>(schema)

function answerOf(line: string): Answer {
  const value: unknown = JSON.parse(line)
  if (!validate(value)) throw new Error(JSON.stringify(validate.errors?.slice(0, 3)))
  return value
}

describe('npm run -s ask', { timeout: 60 * SECONDS }, () => {
  it('answers for a point', async () => {
    const { code, out } = await tsx('106.30,29.75', '--project', 'electroplating', '--on', '2024-06-01', '--json')
    const answer = answerOf(out)
    expect(code).toBe(0)
    expect(out.endsWith('}\n')).toBe(true)
    expect([answer.subject, answer.on]).toEqual([{ kind: 'point', lonLat: [106.3, 29.75] }, '2024-06-01'])
    expect(answer.findings.find(({ zone }) => zone === 'ecological-redline')).toMatchObject({ is: 'likely', sigmaM: 1500 })
    expect(answer.verdict?.possible).toBe('prohibited')
    expect(answer.toVerify).toContainEqual(expect.objectContaining({ kind: 'fact', param: 'isNew' }))
  })

  it('answers for zones known from an authority', async () => {
    const question = ['--zones', 'ecological-redline,outside-hightech-zone', '--project', 'new-industry,electroplating', '--facts', '{"isNew":true}', '--sources', 'plan-2021', '--on', '2024-06-01', '--json']
    const [first, second] = await Promise.all([npm(...question), tsx(...question)])
    const answer = answerOf(first.out)
    expect(first.code).toBe(0)
    expect(answer.verdict).toMatchObject({ certain: 'prohibited', asDrawn: 'prohibited', possible: 'prohibited' })
    expect(answer.verdict?.decidedBy).toEqual(expect.arrayContaining(['eco-redline-prohibit', 'dev-no-new-industry-outside']))
    expect(new Set(answer.findings.map(({ is }) => is))).toEqual(new Set(['inside', 'outside']))
    expect(second.out).toBe(first.out)
  })

  it('answers a batch in order and tells at the end that a line was refused', async () => {
    const file = join(folder, 'questions.ndjson')
    const lines = [{ id: 'a', lonLat: [106.3, 29.75], project: ['electroplating'], on: '2024-06-01' }, { id: 'b', zones: ['nowhere'] }, { id: 'c', lonLat: '29.5927N 106.2305E', on: '2024-06-01' }]
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    const { code, out } = await tsx('--batch', file)
    const [a, b, c] = out.split('\n')
    expect(code).toBe(1)
    expect([answerOf(a!).id, answerOf(c!).id]).toEqual(['a', 'c'])
    expect(JSON.parse(b!)).toEqual({ id: 'b', line: 2, error: expect.stringContaining('nowhere') })
  })

  it('reads a batch from standard input and survives a reader who leaves', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', '--batch', '-'], { cwd: ROOT })
    child.stdin.on('error', () => undefined)
    child.stdin.end('{"zones":[]}\n'.repeat(2000))
    child.stdout.once('data', () => child.stdout.destroy())
    let err = ''
    child.stderr.on('data', (chunk) => (err += String(chunk)))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, crash: /Error|throw/.test(err) }).toEqual({ code: 0, crash: false })
  })

  it('refuses bad input with 2 and a sentence, in either language', async () => {
    const [zh, en, none] = await Promise.all([tsx('106.3,29.75', '--project', 'electroplatin'), tsx('106.3', '--lang', 'en'), tsx('--batch', join(folder, 'none.ndjson'), '--lang', 'en')])
    expect(zh).toMatchObject({ code: 2, out: '', err: '没有项目类型“electroplatin”。是否指 electroplating（电镀）？全部类型见 seeds/activities.json。\n' })
    expect(en).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^Expected two values/) })
    expect(none).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^Expected a readable file/) })
  })

  it('helps in Chinese and English', async () => {
    const { code, out } = await tsx('--help')
    expect(code).toBe(0)
    for (const word of ['用法', 'Usage', '--batch', '退出码', 'Exit codes']) expect(out).toContain(word)
  })

  it('tells a person what holds', async () => {
    const { code, out } = await tsx('29°45′N', '106°18′E', '--project', 'electroplating', '--on', '2024-06-01')
    expect(code).toBe(0)
    expect(out).toMatch(/^地点 {4}东经 106.300000°，北纬 29.750000°（CGCS2000）\n/)
    expect(out).toMatch(/\n结论 {4}按图示 \S+\n/)
  })
})
