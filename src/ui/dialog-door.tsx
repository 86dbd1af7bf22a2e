import { Fragment, type ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'

interface DoorProps {
  label: string
  /** The dialog; it opens itself, and says when it is closed. */
  children: (close: () => void) => ComponentChildren
}

/** A button that opens a dialog. */
export function DialogDoor({ label, children }: DoorProps) {
  // Number of the opening shown: the browser tells of a closing a moment later, when the dialog may be open again.
  const [shown, show] = useState<number | null>(null)
  const openings = useRef(0)
  return (
    <>
      <button type="button" class="link" aria-haspopup="dialog" onClick={() => show(++openings.current)}>{label}</button>
      {shown !== null && <Fragment key={shown}>{children(() => show((now) => (now === shown ? null : now)))}</Fragment>}
    </>
  )
}
