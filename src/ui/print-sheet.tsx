import site from '../../geodata/site.json'
import type { QuestionLink } from './extract-link'
import type { Ready } from './extract-made'
import type { MapPicture } from './extract-picture'
import type { Qr } from './extract-qr'
import { QrPicture } from './extract-qr-code'
import { useWords } from './page'
import { PrintMap } from './print-map'
import { PrintClosing, PrintOpen, PrintOthers, PrintRules } from './print-rules'
import { printView, type Pair } from './print-view'
import { PrintAreas, PrintNames, PrintVerdict, PrintZones } from './print-zones'

export interface Printed {
  made: Ready
  link: QuestionLink
  picture: MapPicture | null
  /** What it is about. */
  subject: string
  /** The link as a code; null where it does not fit. */
  qr: Qr | null
}

/** The extract on A4, upright: black on white, to be read without the page. */
export function PrintSheet({ made, link, picture, subject, qr }: Printed) {
  const { lang, t } = useWords()
  const view = printView(made.extract, { lang, t })
  return (
    <article class="paper">
      <Head made={made} subject={subject} link={link} qr={qr} rows={view.head} />
      <PrintVerdict view={view} />
      <PrintMap picture={picture} />
      <PrintZones view={view} />
      <PrintAreas view={view} extract={made.extract} />
      <PrintNames view={view} />
      <PrintRules view={view} />
      <PrintOpen view={view} />
      <PrintOthers view={view} />
      <PrintClosing view={view} />
    </article>
  )
}

interface HeadProps extends Omit<Printed, 'picture'> {
  rows: readonly Pair[]
}

function Head({ made: { extract, hash }, subject, link, qr, rows }: HeadProps) {
  const { t, pick } = useWords()
  const { engine, rules, data } = extract.release
  return (
    <header class="paper-head">
      <div>
        <p class="paper-site">{pick(site.title)}</p>
        <h1>{t('print.title')}</h1>
        <p class="paper-subject">{subject}</p>
        <p class="paper-trust">{t('print.trust')}</p>
      </div>
      <figure class="paper-qr">
        {qr !== null && <QrPicture qr={qr} label={t('extract.qr')} />}
        <figcaption>{qr === null ? t(link.isWhole ? 'print.noQr' : 'print.noLink') : t('print.qr')}</figcaption>
      </figure>
      <dl>
        {rows.map(([name, value]) => <Row key={name} name={name} value={value} />)}
        <Row name={t('print.release')} value={t('about.releaseLine', { engine, rules, data })} />
        <Row name="SHA-256" value={typeof hash === 'string' ? hash : t('extract.noHash')} isCode />
        {qr === null && link.isWhole && <Row name={t('print.link')} value={link.href} isCode />}
      </dl>
    </header>
  )
}

const Row = ({ name, value, isCode = false }: { name: string; value: string; isCode?: boolean }) => (
  <div>
    <dt>{name}</dt>
    <dd class={isCode ? 'paper-code' : ''}>{value}</dd>
  </div>
)
