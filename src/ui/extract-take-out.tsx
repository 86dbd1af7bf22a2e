import { useState } from 'preact/hooks'
import type { Answer } from '../core/model'
import type { Lang } from '../state/url'
import { attributionIn } from './extract-attribution'
import { FILES, fileName, saveFile, subjectName, type FileKind } from './extract-files'
import { ExtractIdentity } from './extract-identity'
import { questionLink, type QuestionLink } from './extract-link'
import { fetched } from './fetched'
import { reasonOf, useExtract, type Ready } from './extract-made'
import { useApp, usePage, useWords, type Page, type Words } from './page'
import { pageAddress } from './share-link'
import './extract.css'

/** What a reviewer takes away: paper, files, and the number by which they can be checked. */
export function TakeOut({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const { made, again } = useExtract(answer)
  return (
    <section class="take-out" aria-label={t('extract.title')}>
      <h3>{t('extract.title')}</h3>
      {made.status === 'failed' && (
        <div class="warn" role="alert">
          <p>{t('extract.unmade', { why: made.why })}</p>
          <button type="button" onClick={again}>{t('page.again')}</button>
        </div>
      )}
      {made.status !== 'failed' && <Ways made={made.status === 'ready' ? made : null} />}
      {made.status === 'ready' && <Identity made={made} />}
    </section>
  )
}

type Way = FileKind | 'print'
const WAYS: readonly Way[] = ['print', ...FILES]

/** One button for each way; what came of the last is told below. */
function Ways({ made }: { made: Ready | null }) {
  const page = usePage()
  const words = useWords()
  const link = useLink()
  const { t } = words
  const [busy, setBusy] = useState<Way | null>(null)
  const [told, tell] = useState<{ done?: string; problem?: string }>({})
  const go = async (way: Way) => {
    if (made === null || busy !== null) return
    setBusy(way)
    tell({})
    try {
      tell({ done: await take(way, { made, page, words, link }) })
    } catch (error) {
      tell({ problem: t('extract.failed', { what: t(`extract.way.${way}`), why: await sayReason(error, words.lang) }) })
    }
    setBusy(null)
  }
  return (
    <>
      <div class="ways">
        {WAYS.map((way) => (
          <button key={way} type="button" class="try" disabled={made === null} aria-busy={busy === way} title={t(`extract.about.${way}`)} onClick={() => void go(way)}>
            {t(`extract.way.${way}`)}
          </button>
        ))}
      </div>
      <p class="quiet said" role="status">{busy === null ? told.done : t('extract.busy')}</p>
      {told.problem !== undefined && <p class="warn" role="alert">{told.problem}</p>}
    </>
  )
}

interface Taking {
  made: Ready
  page: Page
  words: Words
  link: QuestionLink
}

/** Does it, and says what was done. */
async function take(way: Way, { made, page, words, link }: Taking): Promise<string> {
  const { t, lang } = words
  const { extract } = made
  const picture = async () => (await import('./extract-picture')).mapPicture(page)
  const subject = subjectName(extract, t('extract.unnamed'))
  if (way === 'print') {
    const { printExtract } = await fetched(() => import('./print'))
    await printExtract(page, { made, link, picture: await picture(), subject })
    return t('extract.printed')
  }
  const overlay = page.app.loaded.peek()?.world.overlay
  const { fileOf } = await import('./extract-make-files')
  const content = await fileOf(way, { made, lang, overlay, link: link.href, noHash: t('extract.noHash'), attribution: attributionIn(lang), picture })
  const name = fileName(subject, extract.question.on, t(`extract.file.${way}`), way)
  saveFile(content, name)
  return t('extract.saved', { name })
}

async function sayReason(reason: unknown, lang: Lang): Promise<string> {
  const [{ NoHash }, { tell }] = await Promise.all([import('../extract/hash'), import('../extract/words')])
  return reason instanceof NoHash ? tell(reason.told, lang) : reasonOf(reason)
}

/** The address that asks this again. */
function useLink(): QuestionLink {
  const { link } = useApp()
  return questionLink(link.value, pageAddress(location.href))
}

const Identity = ({ made }: { made: Ready }) => <ExtractIdentity made={made} link={useLink()} />
