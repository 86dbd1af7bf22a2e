/** Small pictures of figures. Each stands beside the same figures in words, so none is told to those who listen. */
import type { Course, Scale, Share, Timeline, Way } from './plan-view'
import { formatDate } from './format'
import { useApp, useWords } from './page'

const [WIDTH, HEIGHT, EDGE] = [132, 20, 6]
const x = (part: number): number => EDGE + part * (WIDTH - 2 * EDGE)

/** Where the value stood, and from where to where the target is met. */
export function ScalePicture({ scale: { value, target, from, to } }: { scale: Scale }) {
  const middle = HEIGHT / 2
  return (
    <svg class="plan-scale" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      <line class="track" x1={x(0)} x2={x(1)} y1={middle} y2={middle} />
      <rect class="met" x={x(from) - (to === from ? 1 : 0)} width={Math.max(2, x(to) - x(from))} y={middle - 4} height={8} rx={2} />
      <line class="target" x1={x(target)} x2={x(target)} y1={2} y2={HEIGHT - 2} />
      {value !== null && <circle class="value" cx={x(value)} cy={middle} r={4} />}
    </svg>
  )
}

const WAYS: Record<Way, string> = { up: 'M3 11 11 3M5.5 3H11V8.5', down: 'M3 3l8 8M5.5 11H11V5.5', level: 'M2 7h10M8.5 3.5 12 7l-3.5 3.5', none: 'M4 7h6' }

/** An arrow the way the figure goes; where nothing can be compared a dash. */
export const WayPicture = ({ way }: { way: Way }) => (
  <svg class="plan-way" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
    <path d={WAYS[way]} />
  </svg>
)

/** The arrow and the word. */
export function CourseWord({ course, way }: { course: Course; way: Way }) {
  const { t } = useWords()
  return <span class="plan-course" data-course={course}><WayPicture way={way} /> {t(`plan.course.${course}`)}</span>
}

/** The period, the outlook and the day asked on one line. */
export function TimelinePicture({ line: { from, until, outlook, period, today, isOver } }: { line: Timeline }) {
  const { on } = useApp()
  const { t, lang } = useWords()
  const label = t('plan.timeline', { from, until, outlook, date: formatDate(on.value, lang) })
  return (
    <div class="plan-timeline" role="img" aria-label={label}>
      <span class="period" data-over={isOver} style={{ width: `${100 * period[1]}%` }}>{t(isOver ? 'plan.over' : 'plan.running', { from, until })}</span>
      <span class="outlook">{t('plan.outlook', { year: outlook })}</span>
      <span class="today" style={{ left: `${100 * today}%` }}><span>{t('plan.today')}</span></span>
    </div>
  )
}

/** A bar as long as its part of the largest. */
export const BarPicture = ({ part }: { part: number }) => (
  <svg class="plan-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect width={100 * part} height="12" />
  </svg>
)

/** Parts of a whole in one bar, told apart by tone and by the gap between them. */
export function StackPicture({ shares }: { shares: readonly Share[] }) {
  return (
    <div class="plan-stack" aria-hidden="true">
      {shares.map(({ group, ofAll }, at) => <span key={group.id} data-part={at} style={{ width: `${100 * ofAll}%` }} />)}
    </div>
  )
}
