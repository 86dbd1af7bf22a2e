/** The page around the map. It is given the state and the legend; it never sees the map itself. */
import { useEffect } from 'preact/hooks'
import { isLaid } from '../state/basemap'
import { AnswerPanel } from './answer'
import { Guard } from './guard'
import { HoverLine } from './hover-line'
import site from '../../geodata/site.json'
import { later } from './later'
import { MeasureDoor } from './measure-door'
import { PageContext, useApp, useWords, type Page } from './page'
import { SearchBox } from './search'
import { Sheet } from './sheet'
import { Side } from './side'
import './tokens.css'
import './page.css'
import './controls.css'
import './panels.css'
import './layers.css'
import './answer.css'
import './project.css'
import './verdict.css'
import './rules.css'
import './parcel-bring.css'
import './parcel.css'
import './phone.css'
import './compare-door.css'
import './adapt.css'

/** What is only there while someone draws. */
const Sketching = later(async () => (await import('./parcel-sketch')).SketchBar)
const LookingUp = later(async () => (await import('./look-up')).LookUp)
const Plan = later(async () => (await import('./plan-panel')).PlanPanel)
const Batch = later(async () => (await import('./batch-panel')).BatchPanel)
const Strip = later(async () => (await import('./suitability-strip')).SuitabilityStrip)
const Measuring = later(async () => (await import('./measure-card')).MeasureCard)
const Groundless = later(async () => (await import('./basemap-trouble')).BasemapTrouble)
const Compare = later(async () => (await import('./compare-sites')).ComparePanel)

export function Shell(page: Page) {
  return (
    <PageContext.Provider value={page}>
      <DocumentManner />
      <SkipLink />
      <div class="page">
        <Side />
        <Guard ofPart>
          <SearchBox />
        </Guard>
        <HoverLine />
        <Colours />
        <Sketch />
        <MeasureDoor />
        <Measure />
        <Ground />
        <Guard>
          <Wide />
          <LookedUp />
        </Guard>
        <Sheet>
          <Guard>
            <AnswerPanel />
          </Guard>
        </Sheet>
      </div>
    </PageContext.Provider>
  )
}

/** One wide panel at a time. */
function Wide() {
  const panel = useApp().panel.value
  if (panel === 'compare') return <Compare />
  if (panel === 'batch') return <Batch />
  return panel === 'plan' ? <Plan /> : null
}

function LookedUp() {
  return useApp().lookUp.value === null ? null : <LookingUp />
}

/** What the colours of the map mean, where nothing else tells. */
function Colours() {
  return useApp().suit.value === null ? null : <Strip />
}

function Sketch() {
  const { sketch, measure } = useApp()
  return sketch.value === null || measure.value !== null ? null : <Sketching />
}

function Measure() {
  return useApp().measure.value === null ? null : <Measuring />
}

/** What is said where the basemap is missed. */
function Ground() {
  const { basemap } = useApp()
  return isLaid(basemap.value) && basemap.value.told.is === 'missing' ? <Groundless /> : null
}

function SkipLink() {
  const { t } = useWords()
  return <a class="skip" href="#answer" onClick={(event) => (event.preventDefault(), document.getElementById('answer')?.focus())}>{t('page.skip')}</a>
}

/** Language, title and appearance of the document follow the state. */
export function DocumentManner() {
  const { theme, textSize } = useApp()
  const { t, pick, lang } = useWords()
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : 'en'
    document.documentElement.dataset['theme'] = theme.value
    document.documentElement.dataset['text'] = textSize.value
    document.title = pick(site.title)
    document.getElementById('map')?.setAttribute('aria-label', t('page.map'))
  }, [lang, theme.value, textSize.value])
  return null
}
