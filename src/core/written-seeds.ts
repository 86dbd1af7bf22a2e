/** The file the page reads the rules from: in Chinese alone, the rules of each source in columns. */
import type { Seeds } from './catalogue'
import { fromColumns, toColumns, type Columns } from './columns'
import { standIn, withoutEnglish } from './english'
import type { Rule } from './seed-types'
import type { Steps } from './steps'

type Source = Seeds['sources'][number]
type File = Source['rules'][number]

/** How many rules each file has stands with its place in the source; the rules of all follow in `columns`. */
interface WrittenSource extends Omit<Source, 'rules'> {
  files: (Omit<File, 'rules'> & { count: number })[]
  rules: Columns
}

interface Written extends Omit<Seeds, 'sources'> {
  sources: WrittenSource[]
}

const writtenSource = ({ rules: files, ...source }: Source): WrittenSource => ({
  ...source,
  files: files.map(({ rules, ...file }) => ({ ...file, count: rules.length })),
  rules: toColumns(files.flatMap(({ rules }) => rules)),
})

function* readSource({ files, rules, ...source }: WrittenSource): Steps<Source> {
  const left = (yield* fromColumns(rules)) as unknown as Rule[]
  return { ...source, rules: files.map(({ count, ...file }) => ({ ...file, rules: left.splice(0, count) })) }
}

export const writtenSeeds = (seeds: Seeds): unknown => withoutEnglish({ ...seeds, sources: seeds.sources.map(writtenSource) })

/** The seeds again, with Chinese for English. The contents are checked at build time (`check:seeds`). */
export function* readSeeds(written: unknown): Steps<Seeds> {
  standIn(written)
  yield
  const { sources: writtenSources, ...lists } = written as Written
  const sources: Source[] = []
  for (const source of writtenSources) sources.push(yield* readSource(source))
  return { ...lists, sources }
}
