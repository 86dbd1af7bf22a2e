import { shownCut } from '../state/suitability'
import { useApp, useWords } from './page'
import { VerdictSwatch } from './suitability-swatch'
import { legendOf } from './suitability-view'
import './suitability.css'

/** The colours in one line over the map of a phone, where the sheet hides the legend; for those who listen the legend is enough. */
export function SuitabilityStrip() {
  const { suit, suitability, theme } = useApp()
  const { t } = useWords()
  const [view, shown] = [suit.value, shownCut(suitability.value)]
  if (view === null || shown === null) return null
  const seen = legendOf(shown, view).filter(({ areaM2 }) => areaM2 > 0)
  return (
    <p class="card suit-strip" aria-hidden="true">
      {seen.map(({ word }) => <span key={word}><VerdictSwatch word={word} theme={theme.value} /> {t(`verdict.word.${word}`)}</span>)}
    </p>
  )
}
