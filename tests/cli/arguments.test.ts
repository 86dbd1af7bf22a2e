import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments'
import { sentence } from '../../src/cli/sentence'

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '')

describe('readArguments', () => {
  it('reads a point and the options of a question', () => {
    expect(readArguments(words('106.30,29.75 --project a,b --on 2024-06-01 --facts {"isNew":true} --sources plan-2021 --json --lang en'))).toEqual({
      do: 'ask',
      raw: { lonLat: '106.30,29.75', project: ['a', 'b'], on: '2024-06-01', facts: { isNew: true }, sources: ['plan-2021'] },
      json: true,
      lang: 'en',
    })
  })

  it('joins a coordinate given in several words, also negative ones', () => {
    expect(readArguments(words('N29 30.5 E106 14.5'))).toMatchObject({ raw: { lonLat: 'N29 30.5 E106 14.5' } })
    expect(readArguments(words('-70.5 -33.5'))).toMatchObject({ do: 'ask', raw: { lonLat: '-70.5 -33.5' } })
  })

  it('takes lists with full-width commas, spaces and repetition, and an empty list', () => {
    expect(readArguments(['--zones', 'a，b、c', '--zones', ' d ', '--project=x'])).toMatchObject({ raw: { zones: ['a', 'b', 'c', 'd'], project: ['x'] } })
    expect(readArguments(['--zones='])).toMatchObject({ do: 'ask', raw: { zones: [] } })
  })

  it('reads known zones, and leaves what is not written so to the check', () => {
    expect(readArguments(['--known', 'a=inside，b = outside', '--known=c=inside'])).toMatchObject({ raw: { known: { a: 'inside', b: 'outside', c: 'inside' } } })
    expect(readArguments(['--known', 'a'])).toMatchObject({ raw: { known: 'a' } })
  })

  it('reads a batch and what holds for all its lines', () => {
    expect(readArguments(words('--batch - --on 2024-06-01'))).toEqual({ do: 'batch', file: '-', defaults: { on: '2024-06-01' }, lang: 'zh' })
  })

  it('gives help in both languages, or in the one asked for', () => {
    expect(readArguments(['--help'])).toEqual({ do: 'help', langs: ['zh', 'en'] })
    expect(readArguments(['-h', '--lang', 'en'])).toEqual({ do: 'help', langs: ['en'] })
  })

  it.each([
    ['--porject a', 'Expected an option of this command, found --porject. Did you mean --project? See --help.'],
    ['--xyzxyz', 'Expected an option of this command, found --xyzxyz. See --help.'],
    ['106,29 --on', 'Expected a value after --on, found none. Add it; --help shows how.'],
    ['--project --json', 'Expected a value after --project, found none. Add it; --help shows how.'],
    ['--json=yes', 'Expected no value after --json, found yes. Drop the value.'],
    ['--lang fr', 'Expected --lang zh or en, found fr. Use one of the two.'],
    ['106,29 --batch x', 'With --batch the places and zones stand in the lines; expected no coordinates and no --zones beside it. Drop one of them.'],
  ])('refuses %j', (line, text) => {
    const command = readArguments(words(line))
    expect(command.do === 'refuse' && sentence(command.problem, 'en')).toBe(text)
  })
})
