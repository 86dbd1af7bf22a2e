import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A part of the page whose code is fetched when it is first shown; nothing stands there until then. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function LaterPart(props: P) {
    const [state, setState] = useState<{ Part?: ComponentType<P>; error?: unknown }>({})
    useEffect(() => void load().then((Part) => setState({ Part }), (error: unknown) => setState({ error })), [])
    if (state.error !== undefined) throw state.error // told by the guard around the panel
    return state.Part === undefined ? null : <state.Part {...props} />
  }
}
