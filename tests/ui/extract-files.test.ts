import { describe, expect, it } from 'vitest'
import { fileName, namePart, subjectName } from '../../src/ui/extract-files'
import { extractIn, site, surveyedWorld, parcelAsked } from '../extract/world'

const world = surveyedWorld()

describe('names of files', () => {
  it('say what, when and which kind', () => {
    expect(fileName('城北地块', '2026-11-27', '符合性分析', 'docx')).toBe('城北地块_2026-11-27_符合性分析.docx')
  })

  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.hidden.', 'hidden'],
    ['two\r\nlines\tand  spaces', 'two-lines-and-spaces'],
    ['abc\u202Efdp.exe', 'abc-fdp.exe'],
    ['#1 100%', '1-100'],
    ['106.33100, 29.78500', '106.33100-29.78500'],
    ['🏭 厂', '🏭-厂'],
    ['half \uD83C', 'half'],
    ['   ', ''],
  ])('takes out of %j what a file system refuses', (text, part) => {
    expect(namePart(text)).toBe(part)
  })

  it('are no longer than a file system bears', () => {
    expect([...namePart('地'.repeat(500))]).toHaveLength(60)
  })

  it('leave out a part of which nothing is left', () => {
    expect(fileName('???', '2026-11-27', 'extract', 'json')).toBe('2026-11-27_extract.json')
  })
})

describe('subjectName', () => {
  it('is the name of a parcel, a word where it has none, or degrees', () => {
    expect(subjectName(extractIn(world), 'parcel')).toBe('site')
    expect(subjectName(extractIn(world, parcelAsked({ ...site, name: ' ' })), 'parcel')).toBe('parcel')
    expect(subjectName(extractIn(world, { kind: 'point', lonLat: [106.12, 29.12] }), 'parcel')).toBe('106.12000, 29.12000')
  })
})
