import { render } from 'preact'
import { qrOf, type Qr } from './extract-qr'
import { PageContext, type Page } from './page'
import { PrintSheet, type Printed } from './print-sheet'
import './print.css'

const ID = 'print'
const FOOT = '--print-foot'
const SHORT = 12

/** Lays the extract out for paper and opens the print dialog of the browser. */
export async function printExtract(page: Page, printed: Omit<Printed, 'qr'>): Promise<void> {
  const { link, made } = printed
  const qr: Qr | null = link.isWhole ? await qrOf(link.href) : null
  const paper = newPaper()
  render(
    <PageContext.Provider value={page}>
      <PrintSheet {...printed} qr={qr} />
    </PageContext.Provider>,
    paper,
  )
  // The only way for an extract to be told in the margin of every page.
  if (typeof made.hash === 'string') document.documentElement.style.setProperty(FOOT, `"SHA-256 ${made.hash.slice(0, SHORT)}…"`)
  await Promise.all([...paper.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)))
  window.print()
}

/** An empty container beside the page. It goes when the reader comes back to the page: what is printed then is the page again. */
function newPaper(): HTMLElement {
  document.getElementById(ID)?.remove()
  const paper = document.createElement('div')
  paper.id = ID
  document.body.append(paper)
  const clear = () => {
    render(null, paper)
    paper.remove()
    document.documentElement.style.removeProperty(FOOT)
    for (const event of ['pointerdown', 'keydown']) removeEventListener(event, clear, true)
  }
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, clear, true)
  return paper
}
