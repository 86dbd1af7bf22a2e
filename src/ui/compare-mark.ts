const NUMBERS = '①②③④'

/** Number of a site, as on the map. */
export const markOf = (site: number): string => NUMBERS.charAt(site) || String(site + 1)
