import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import type { Conflict, Finding, Question, RuleHit, Subject, ToVerify, Verdict } from '../../src/core/model'
import { smallWorld } from './fixture'

/** One question and what the answer must hold; what is left out may be anything. */
interface Case {
  name: string
  subject: Subject
  question: Question
  findings?: Record<string, Partial<Finding>>
  rules?: Record<string, Partial<RuleHit>>
  absent?: string[]
  /** Ids of all rules, in order. */
  order?: string[]
  verdict?: Verdict | null
  toVerify?: ToVerify[]
  conflicts?: Conflict[]
}

const folder = join(import.meta.dirname, '../cases/engine')
const world = smallWorld()

const casesIn = (file: string): Case[] => JSON.parse(readFileSync(join(folder, file), 'utf8'))

function check({ subject, question, ...expected }: Case): void {
  const answer = ask(subject, question, world)
  for (const [zone, finding] of Object.entries(expected.findings ?? {})) {
    expect(answer.findings.find((one) => one.zone === zone), zone).toMatchObject(finding)
  }
  for (const [id, hit] of Object.entries(expected.rules ?? {})) expect(answer.rules.find((one) => one.id === id), id).toMatchObject(hit)
  for (const id of expected.absent ?? []) expect(answer.rules.map((one) => one.id)).not.toContain(id)
  if (expected.order) expect(answer.rules.map((one) => one.id)).toEqual(expected.order)
  if (expected.verdict !== undefined) expect(answer.verdict).toEqual(expected.verdict)
  if (expected.conflicts) expect(answer.conflicts).toEqual(expected.conflicts)
  if (expected.toVerify) expect(answer.toVerify).toEqual(expected.toVerify)
}

describe.each(readdirSync(folder).filter((file) => file.endsWith('.json')))('cases/engine/%s', (file) => {
  it.each(casesIn(file).map((one) => [one.name, one] as const))('%s', (_, one) => check(one))
})
