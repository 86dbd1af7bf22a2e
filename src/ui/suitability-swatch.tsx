import { useId } from 'preact/hooks'
import type { VerdictWord } from '../core/model'
import palette from '../map/palette.json'
import type { Theme } from '../state/url'

const [WIDTH, HEIGHT] = [34, 20]
const RADIUS = 3

interface Hatch {
  kind: string
  width: number
  gap: number
  angle: number
}

/** A small picture of how a verdict is laid over the land: the same wash and hatch as on the map. */
export function VerdictSwatch({ word, theme }: { word: VerdictWord; theme: Theme }) {
  const { wash, washOpacity, ink, inkOpacity } = palette[theme].verdicts[word]
  const hatch = palette.verdictHatches[word]
  const id = useId()
  const box = { x: 1, y: 1, width: WIDTH - 2, height: HEIGHT - 2, rx: RADIUS }
  return (
    <svg class="swatch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      {hatch && <HatchPattern id={id} hatch={hatch} ink={ink} opacity={inkOpacity} />}
      <rect {...box} fill={palette[theme].stage.paper} />
      <rect {...box} fill={wash} fill-opacity={washOpacity} />
      {hatch && <rect {...box} fill={`url(#${id})`} />}
      <rect {...box} fill="none" stroke={palette[theme].verdictEdge} stroke-opacity={0.7} />
    </svg>
  )
}

function HatchPattern({ id, hatch: { kind, width, gap, angle }, ink, opacity }: { id: string; hatch: Hatch; ink: string; opacity: number }) {
  const step = width + gap
  const paint = { stroke: ink, 'stroke-opacity': opacity, 'stroke-width': width }
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform={`rotate(${-angle})`}>
      {kind === 'dots' && <circle cx={step / 2} cy={step / 2} r={width / 2} fill={ink} fill-opacity={opacity} />}
      {kind !== 'dots' && <path d={`M0 ${step / 2}H${step}`} {...paint} />}
      {kind === 'cross' && <path d={`M${step / 2} 0V${step}`} {...paint} />}
    </pattern>
  )
}
