import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import site from '../../geodata/site.json'
import type { Answer, Subject } from '../core/model'
import { Announce, Edge, MapTrouble, NoRules, Outside, useView } from './answer'
import { Summary } from './answer-summary'
import { Empty } from './empty'
import { Failed, Here } from './findings'
import { formatDate, formatNumber } from './format'
import { Guard } from './guard'
import { Icon } from './icon'
import { later } from './later'
import { Layers } from './layers'
import { PageContext, useApp, useLoaded, useWords, type Page } from './page'
import { ParcelHead } from './parcel-parts'
import { PlaceHead } from './place-head'
import { RuleCard } from './rule-card'
import { scrollWithin } from './scroll'
import { pageAddress, stateLink } from './share-link'
import { DocumentManner } from './shell'
import { decidersOf } from './verdict-view'
import './embed.css'

const Verdict = later(async () => (await import('./verdict')).Headline)
const ProjectPicker = later(async () => (await import('./project')).ProjectPicker)

/** Rules read in the frame; the rest is on the whole page. */
const MOST_RULES = 3

/** The map and a compact answer, for a frame on another page. `refused`: origins of its address that are none. */
export function EmbedShell({ refused, ...page }: Page & { refused: readonly string[] }) {
  useLayoutEffect(() => void (document.documentElement.dataset['embed'] = ''), [])
  return (
    <PageContext.Provider value={page}>
      <DocumentManner />
      <Frame refused={refused} />
    </PageContext.Provider>
  )
}

/** A line on top, and below it the answer; or in its place, so that the map stays free, the legend. */
function Frame({ refused }: { refused: readonly string[] }) {
  const legend = useLegend()
  return (
    <div class="embed">
      <Head legend={legend} />
      <main id="answer" class="embed-answer" tabIndex={-1}>
        <Announce />
        {legend.isOpen && <Layers />}
        <div class="embed-body" data-away={legend.isOpen}>
          <Guard>
            <Refused origins={refused} />
            <Panel />
          </Guard>
        </div>
      </main>
    </div>
  )
}

type LegendFold = ReturnType<typeof useLegend>

/** Its button, Escape and whatever is asked next put the legend away; the focus does not go with it. */
function useLegend() {
  const { subject } = useApp()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    if (document.getElementById('layers')?.contains(document.activeElement) === true) button.current?.focus()
    setOpen(false)
  }
  useEffect(close, [subject.value])
  useEffect(() => {
    if (!isOpen) return undefined
    // What lies on the legend goes first.
    const hear = ({ key }: KeyboardEvent) => key === 'Escape' && document.querySelector('dialog[open], :popover-open') === null && close()
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [isOpen])
  return { button, isOpen, turn: () => (isOpen ? close() : setOpen(true)) }
}

function Head({ legend: { button, isOpen, turn } }: { legend: LegendFold }) {
  const { t, pick } = useWords()
  return (
    <header class="embed-head">
      <h1>{pick(site.shortTitle)}</h1>
      <a href={useWholePage()} target="_blank" rel="noopener">{t('embed.open')}</a>
      <button ref={button} type="button" aria-expanded={isOpen} aria-controls="layers" onClick={turn}>
        <Icon name={isOpen ? 'close' : 'layers'} /> {t('embed.legend')}
      </button>
    </header>
  )
}

/** The address that opens what the frame shows as the whole page. */
const useWholePage = (): string => stateLink(useApp().link.value, pageAddress(location.href)).href

/** For whoever wrote the address of the frame. */
function Refused({ origins }: { origins: readonly string[] }) {
  const { t } = useWords()
  return <>{origins.map((found) => <p key={found} class="warn" role="alert">{t('embed.refused', { found })}</p>)}</>
}

function Panel() {
  const { data, subject, answer, map } = useApp()
  const { t } = useWords()
  return (
    <>
      <MapTrouble />
      {data.value.status === 'failed' && <NoRules why={data.value.why} />}
      {data.value.status !== 'failed' && (subject.value === null ? <Empty><ProjectPicker folded /></Empty> : <Asked subject={subject.value} />)}
      {subject.value !== null && data.value.status === 'loading' && <p class="quiet slow">{t('answer.loading')}</p>}
      {answer.value !== null && <Compact answer={answer.value} />}
      {map.value.status === 'plain' && <p class="quiet" role="status">{t('answer.mapPlain')}</p>}
    </>
  )
}

function Asked({ subject }: { subject: Subject }) {
  const { active } = useApp()
  if (subject.kind === 'parcel') return <ParcelHead parcel={subject.parcel} index={active.value ?? 0} />
  return subject.kind === 'point' ? <PlaceHead point={subject.lonLat} /> : null
}

/** What was chosen may stand far below what it leads to. */
const showSummary = (): void => scrollWithin('.embed-body', '.summary', true)

/** Verdict, zones and the first rules with their words; how much more there is. */
function Compact({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const view = useView(answer)
  useEffect(showSummary, [useApp().project.value])
  if (view === null) return null
  if (view.where === 'outside') return <Outside />
  return (
    <>
      <Summary answer={answer} view={view} />
      <Edge view={view} />
      <Question />
      {answer.verdict !== null && <Verdict answer={answer} />}
      <Failed lines={view.failed} />
      <Here groups={view.here} />
      <FirstRules answer={answer} unmapped={view.unmapped.reduce((sum, { lines }) => sum + lines.length, 0)} />
      <p class="quiet">{t('answer.trust')}</p>
    </>
  )
}

/** The project, what the rules want to know of it, and the day asked about. */
function Question() {
  const { item, on } = useApp()
  const { t, lang } = useWords()
  return (
    <div class="question">
      <ProjectPicker folded />
      {item.value !== null && <p class="quiet">{t('embed.item', { no: item.value })}</p>}
      <p class="quiet">{t('page.asOf', { date: formatDate(on.value, lang) })}</p>
    </div>
  )
}

function FirstRules({ answer, unmapped }: { answer: Answer; unmapped: number }) {
  const { t, lang } = useWords()
  const view = useView(answer)
  const catalogue = useLoaded()?.world.catalogue
  const href = useWholePage()
  if (view === null || catalogue === undefined) return null
  const isDecided = answer.verdict !== null
  const rules = (isDecided ? decidersOf(answer, catalogue) : view.rules.flatMap((group) => group.rules)).slice(0, MOST_RULES)
  const rest = { rules: formatNumber(answer.rules.length - rules.length, lang), unmapped: formatNumber(unmapped, lang) }
  return (
    <section aria-label={t(isDecided ? 'verdict.deciders' : 'rules.title')}>
      <h3>{t(isDecided ? 'verdict.deciders' : 'rules.title')}</h3>
      {rules.map((rule) => <RuleCard key={rule.hit.id} rule={rule} />)}
      <p><a href={href} target="_blank" rel="noopener">{t(isDecided ? 'embed.restOfProject' : 'embed.rest', rest)}</a></p>
    </section>
  )
}
