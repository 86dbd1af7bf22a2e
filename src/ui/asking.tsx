/** What can be asked beside "which rules hold here": a project, a day, a parcel, and where one may build. Fetched after the answer. */
import { Bring } from './parcel-bring'
import type { Bringing } from './parcel-reading'
import { DateControl } from './date-control'
import { ProjectPicker } from './project'
import { SuitabilitySwitch } from './suitability-switch'

/** `at` the head of an answer, at the start, or the end, where a parcel can still be brought. */
export function Asking({ bringing, at }: { bringing: Bringing; at: 'answer' | 'start' | 'end' }) {
  if (at === 'start') return <><SuitabilitySwitch withPicker /><Bring bringing={bringing} /></>
  if (at === 'end') return <Bring bringing={bringing} folded />
  return (
    <div class="question">
      <ProjectPicker />
      <DateControl />
      <SuitabilitySwitch />
    </div>
  )
}
