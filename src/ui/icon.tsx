/** Line icons, 16 × 16, drawn in the colour of the text around them. The word always stands beside. */
import icons from './icons.json'

export type IconName = keyof typeof icons

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={icons[name]} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
