/** The address that asks the question of an extract again, anywhere and on any day. Pure. */
import { encode, type Link } from '../state/url'
import { writeSites } from '../state/url-parcels'

export interface QuestionLink {
  href: string
  /** False where the parcel is too long for an address: the link then opens the page without it. */
  isWhole: boolean
}

/** Only what is asked about; a point that lies behind a parcel is not. */
function asked(link: Link): Link {
  const { sites } = link
  const parcel = sites === null || sites.active === null ? undefined : sites.parcels[sites.active]
  const own = { ...link, selected: null, off: [], compared: [], suit: null }
  return parcel === undefined ? { ...own, sites: null } : { ...own, point: null, sites: { parcels: [parcel], active: 0 } }
}

/**
 * @param base the address of the page without its hash
 *
 * Everything that is asked is written out, also what is usual today: the day itself above all. How the page looks is not.
 */
export function questionLink(link: Link, base: string): QuestionLink {
  const own = asked(link)
  const unsaid: Link = { ...own, view: { center: [0, 0], zoom: 0 }, point: null, sites: null, project: [], facts: {}, known: {}, item: null, on: '' }
  return { href: base + encode(own, unsaid), isWhole: own.sites === null || writeSites(own.sites).room !== 'none' }
}
