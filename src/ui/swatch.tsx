import { useId } from 'preact/hooks'
import type { Swatch as SwatchData } from './page'

const [WIDTH, HEIGHT] = [34, 20]
const EDGE = 3
const RADIUS = 3

/** A small picture of how a zone is drawn: the same fill, hatch, soft edge, ring or course as on the map. */
export function Swatch({ of }: { of: SwatchData }) {
  return (
    <svg class="swatch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      {of.form === 'axis' ? <Course of={of} /> : of.form === 'mark' ? <Mark of={of} /> : <Area of={of} />}
    </svg>
  )
}

function Area({ of: { form, line, fill, hatch, soft } }: { of: SwatchData }) {
  const id = useId()
  const box = { x: EDGE, y: EDGE, width: WIDTH - 2 * EDGE, height: HEIGHT - 2 * EDGE, rx: form === 'envelope' ? HEIGHT : RADIUS }
  return (
    <>
      <clipPath id={id}>
        <rect {...box} />
      </clipPath>
      {soft && <rect {...box} fill="none" stroke={soft.color} stroke-opacity={Math.min(0.5, soft.opacity * 2)} stroke-width={5} />}
      {fill && <rect {...box} fill={fill.color} fill-opacity={fill.opacity} />}
      {hatch && <path clip-path={`url(#${id})`} d={hatchPath(hatch.across, hatch.gap)} stroke={hatch.color} stroke-opacity={Math.min(1, hatch.opacity + 0.35)} stroke-width={hatch.width} />}
      <rect {...box} fill="none" stroke={line.color} stroke-width={line.width} stroke-linecap="round" {...dashes(line)} />
    </>
  )
}

function Course({ of: { line, band } }: { of: SwatchData }) {
  const course = `M2 ${HEIGHT - 6}C10 ${HEIGHT - 18} 20 ${HEIGHT + 2} ${WIDTH - 2} 6`
  return (
    <>
      {band && <path d={course} fill="none" stroke={band.color} stroke-opacity={Math.max(band.opacity, 0.2)} stroke-width={Math.min(band.width, 10)} stroke-linecap="round" />}
      <path d={course} fill="none" stroke={line.color} stroke-width={line.width} {...dashes(line)} />
    </>
  )
}

const Mark = ({ of: { line } }: { of: SwatchData }) => <circle cx={WIDTH / 2} cy={HEIGHT / 2} r={3.5} fill={line.color} />

const dashes = ({ dash, width }: SwatchData['line']) => (dash === null ? {} : { 'stroke-dasharray': dash.map((part) => part * width).join(' ') })

/** Lines where `across · (x, y)` is a multiple of the gap, long enough for the whole swatch. */
function hatchPath([acrossX = 1, acrossY = 1]: readonly number[], gap: number): string {
  const length = Math.hypot(acrossX, acrossY)
  const [nx, ny] = [acrossX / length, acrossY / length]
  const lines: string[] = []
  const step = Math.min(gap, 7) // a sparse hatch must still show in a swatch
  for (let along = -WIDTH; along <= WIDTH + HEIGHT; along += step) {
    const [x, y] = [along * nx, along * ny]
    lines.push(`M${x - ny * 60} ${y + nx * 60}L${x + ny * 60} ${y - nx * 60}`)
  }
  return lines.join('')
}
