/** What can be asked beside "which rules hold here": a project, a day, a parcel, and where one may build. Fetched after the answer. */
import { Bring } from './parcel-bring'
import type { Bringing } from './parcel-reading'
import { DateControl } from './date-control'
import { ProjectPicker } from './project'
import { SuitabilitySwitch } from './suitability-switch'

/** `at` an answer, at the start, or where there is no answer. */
export function Asking({ bringing, at }: { bringing: Bringing; at: 'answer' | 'start' | 'nothing' }) {
  if (at === 'start') return <><SuitabilitySwitch withPicker /><Bring bringing={bringing} /></>
  if (at === 'nothing') return <Bring bringing={bringing} folded />
  return (
    <div class="question">
      <ProjectPicker />
      <DateControl />
      <SuitabilitySwitch />
      <Bring bringing={bringing} folded />
    </div>
  )
}
