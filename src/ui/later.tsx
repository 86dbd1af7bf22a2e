import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePage } from './page'

/** What is fetched when first wanted: undefined until it is there. A failure is told by the guard around. */
export function useLater<T>(load: () => Promise<T>, isWanted = true): T | undefined {
  const [state, setState] = useState<{ value?: T; error?: unknown }>({})
  const hasWords = useAllWords(isWanted)
  useEffect(() => {
    if (isWanted) void load().then((value) => setState({ value }), (error: unknown) => setState({ error }))
  }, [isWanted])
  if (state.error !== undefined) throw state.error
  return hasWords ? state.value : undefined
}

/** Whether the words of the parts that are fetched later are there; asks for them. */
function useAllWords(isWanted: boolean): boolean {
  const { spoken, isAllWanted } = usePage()
  const { isAll, why } = spoken.value
  useEffect(() => {
    if (isWanted) isAllWanted.value = true
  }, [isWanted])
  if (isWanted && why !== undefined) throw new Error(why)
  return isAll
}

/** A part of the page whose code and words are fetched when it is first shown; nothing stands there until then, and afterwards it is there at once. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let there: ComponentType<P> | undefined
  const keep = async (): Promise<{ Part: ComponentType<P> }> => ({ Part: (there ??= await load()) })
  return function LaterPart(props: P) {
    const [known] = useState(() => there)
    const Part = useLater(keep, known === undefined)?.Part ?? known
    return Part === undefined ? null : <Part {...props} />
  }
}
