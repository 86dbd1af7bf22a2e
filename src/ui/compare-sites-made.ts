/** What is compared now, answered and in words. */
import { useMemo } from 'preact/hooks'
import site from '../../geodata/site.json'
import type { Catalogue } from '../core/catalogue'
import type { LonLat } from '../core/model'
import { compareSites, type SiteComparison } from '../extract/compare-sites'
import type { ComparedSite } from '../state/compared'
import { boxOf } from '../state/parcel'
import { compareView, type CompareView } from './compare-sites-view'
import { middleOf } from './compare-sites-words'
import { formatDate } from './format'
import { useApp, useLoaded, useWords, type Words } from './page'
import { parcelName } from './parcel-list'
import { nearestSeat, seatsOf, type Place } from './places'
import { sayPlace } from './place-head'
import { sayCondition } from './proof-words'

export interface Made {
  comparison: SiteComparison
  view: CompareView
  /** What was asked, one line each. */
  about: readonly string[]
}

const placeOf = ({ subject }: ComparedSite): LonLat => (subject.kind === 'point' ? subject.lonLat : middleOf(boxOf([subject.parcel])))

/** Where each site is, and what it is called: by the reader, by the file it came in, or by where it is. */
function useNames(sites: readonly ComparedSite[]): { names: string[]; places: string[] } {
  const words = useWords()
  const { parcels } = useApp()
  const loaded = useLoaded()
  const seats = useMemo<Place[]>(() => (loaded === null ? [] : seatsOf(loaded, site.seats)), [loaded])
  const places = sites.map((one) => sayPlace(placeOf(one), nearestSeat(placeOf(one), seats), words))
  const own = ({ subject }: ComparedSite, at: number) => (subject.kind === 'point' ? (places[at] ?? '') : parcelName(subject.parcel.name, parcels.value.indexOf(subject.parcel), words))
  return { names: sites.map((one, at) => one.label || own(one, at)), places }
}

function aboutOf({ question: { project = [], facts = {}, on } }: SiteComparison, { activities, facts: known }: Catalogue, words: Words): string[] {
  const { t, pick, lang } = words
  const names = project.flatMap((id) => activities.get(id) ?? []).map(({ name }) => pick(name))
  const asked = t('compare.question', { project: names.join(t('list.join')) || t('compare.anyProject'), date: formatDate(on, lang) })
  const told = Object.entries(facts).flatMap(([id, value]) => {
    const fact = known.get(id)
    return fact === undefined ? [] : [sayCondition(fact, { op: '=', value }, words)]
  })
  return told.length === 0 ? [asked] : [asked, t('compare.facts', { facts: told.join(t('list.semicolon')) })]
}

/** Null while the rules are read. */
export function useComparison(): Made | null {
  const { compared, question } = useApp()
  const words = useWords()
  const loaded = useLoaded()
  const sites = compared.value
  const { names, places } = useNames(sites)
  const asked = question.value
  const comparison = useMemo(
    () => (loaded === null || asked === null ? null : compareSites(sites.map(({ subject }, at) => ({ name: names[at] ?? '', subject })), asked, loaded.world)),
    [loaded, asked, sites, names.join('\n')],
  )
  if (comparison === null || loaded === null) return null
  return {
    comparison,
    view: compareView(comparison, loaded.world.catalogue, words, places),
    about: aboutOf(comparison, loaded.world.catalogue, words),
  }
}
