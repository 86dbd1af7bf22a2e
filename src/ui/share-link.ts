/** The address of the page as it stands, for others; and the frame that shows it on another page. Pure. */
import { encode, type Link } from '../state/url'

/** Longer addresses are cut by some programs. */
export const LONGEST_LINK = 2000

/** Of nobody (RFC 2606): to be replaced by whoever pastes the code. */
export const EXAMPLE_ORIGIN = 'https://example.org'

export interface StateLink {
  href: string
  isLong: boolean
}

/** The first page of the site, without what is asked of it: whichever page one is on, others start there. */
export const pageAddress = (href: string): string => href.replace(/[?#].*$/, '').replace(/[^/]+\.html$/, 'index.html')

const isAsked = ({ point, sites, project, compared, suit }: Link): boolean => point !== null || sites !== null || project.length > 0 || compared.length > 0 || suit !== null

/**
 * What stands for "usual": nothing, so that all is written out. The reader's own day, language and layers may differ. The
 * appearance is the reader's; the day matters only to a question.
 */
const unsaid = (link: Link): Link => ({
  lang: link.lang === 'zh' ? 'en' : 'zh',
  theme: link.theme,
  view: { center: [0, 0], zoom: 0 },
  point: null,
  off: ['-'],
  on: isAsked(link) ? '' : link.on,
  project: [],
  facts: {},
  known: {},
  item: null,
  selected: null,
  sites: null,
  compared: [],
  suit: null,
})

/** @param page the address of the page, as `pageAddress` gives it */
export function stateLink(link: Link, page: string): StateLink {
  const href = page + encode(link, unsaid(link))
  return { href, isLong: href.length > LONGEST_LINK }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** HTML to paste into a page; `origin`: of that page. */
export function frameCode(link: Link, page: string, { origin, title }: { origin: string; title: string }): string {
  const src = `${page}?embed&origin=${origin}${encode(link, unsaid(link))}`
  const attributes = Object.entries({ src, title, width: '100%', height: '480', style: 'border:0', loading: 'lazy' })
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></iframe>`
}
