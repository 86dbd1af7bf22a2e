import { render, type ComponentChildren } from 'preact'
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
  await printPaper(page, <PrintSheet {...printed} qr={qr} />, typeof made.hash === 'string' ? `SHA-256 ${made.hash.slice(0, SHORT)}…` : undefined)
}

/** Lays anything out for paper. `foot`: what the margin of every page says. */
export async function printPaper(page: Page, sheet: ComponentChildren, foot?: string): Promise<void> {
  const paper = newPaper()
  render(<PageContext.Provider value={page}>{sheet}</PageContext.Provider>, paper)
  // The only way for a page to say something in the margin of every sheet.
  if (foot !== undefined) document.documentElement.style.setProperty(FOOT, JSON.stringify(foot))
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
