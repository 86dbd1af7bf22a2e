import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

interface FoldProps {
  summary: ComponentChildren
  class?: string
  open?: boolean
  /** Called only once unfolded, so that hundreds of folded rules cost nothing. */
  children: () => ComponentChildren
}

/** A native `<details>` whose contents are made when they are first looked at. */
export function Fold({ summary, children, open = false, class: name = '' }: FoldProps) {
  const [seen, setSeen] = useState(open)
  return (
    <details class={`fold ${name}`} open={open} onToggle={(event) => event.currentTarget.open && setSeen(true)}>
      <summary>{summary}</summary>
      {seen && children()}
    </details>
  )
}
