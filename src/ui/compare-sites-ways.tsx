import { useState } from 'preact/hooks'
import { comparisonJson } from '../extract/compare-sites-file'
import { clearSites, boxOfSites } from '../state/compared-verbs'
import { comparisonCsv } from './compare-sites-csv'
import type { Made } from './compare-sites-made'
import { fileName, saveFile } from './extract-files'
import { fetched } from './fetched'
import { reasonOf } from './extract-made'
import { useApp, usePage, useWords, type Page, type Words } from './page'

const WAYS = ['print', 'csv', 'json'] as const
type Way = (typeof WAYS)[number]

/** Paper, table, and file of the comparison; and taking it apart. */
export function CompareWays({ made }: { made: Made }) {
  const page = usePage()
  const app = useApp()
  const words = useWords()
  const { t } = words
  const [isBusy, setBusy] = useState(false)
  const [told, tell] = useState<{ done?: string; problem?: string }>({})
  const go = async (way: Way) => {
    setBusy(true)
    tell({})
    try {
      tell({ done: await take(way, made, page, words) })
    } catch (error) {
      tell({ problem: t('compare.unmade', { why: reasonOf(error) }) })
    }
    setBusy(false)
  }
  return (
    <div class="compare-ways">
      {WAYS.map((way) => <button key={way} type="button" class="try" disabled={isBusy} onClick={() => void go(way)}>{t(`compare.way.${way}`)}</button>)}
      <button type="button" class="link" onClick={() => clearSites(app)}>{t('compare.clear')}</button>
      <span class="unseen" role="status">{isBusy ? t('extract.busy') : told.done}</span>
      {told.problem !== undefined && <span class="warn" role="alert">{told.problem}</span>}
    </div>
  )
}

/** Does it, and says what was done. */
async function take(way: Way, made: Made, page: Page, words: Words): Promise<string> {
  if (way === 'print') return print(made, page, words)
  const { comparison, view, about } = made
  const content = way === 'csv' ? new Blob([comparisonCsv(comparison, view, about, words)], { type: 'text/csv;charset=utf-8' }) : new Blob([comparisonJson(comparison)], { type: 'application/json' })
  const name = fileName(words.t('compare.file'), comparison.question.on, '', way)
  saveFile(content, name)
  return words.t('compare.saved', { name })
}

/** All sites are brought into the picture of the map first. */
async function print(made: Made, page: Page, { t }: Words): Promise<string> {
  const [{ printPaper }, { CompareSheet }, { mapPicture }] = await Promise.all([fetched(() => import('./print')), fetched(() => import('./compare-sites-print')), import('./extract-picture')])
  const bbox = boxOfSites(page.app.compared.peek())
  if (bbox !== null) page.app.flight.value = { bbox }
  const picture = await mapPicture(page)
  await printPaper(page, <CompareSheet made={made} picture={picture} />)
  return t('extract.printed')
}
