import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { fetched } from './fetched'
import { Guard, Unread, unread } from './guard'
import { usePage } from './page'

/** What is fetched when first wanted: undefined until it is there. A failure is told by the guard around. */
export function useLater<T>(load: () => Promise<T>, isWanted = true): T | undefined {
  const [state, setState] = useState<{ value?: T; error?: Unread }>({})
  const hasWords = useAllWords(isWanted)
  useEffect(() => {
    if (isWanted) void fetched(load).then((value) => setState({ value }), (error: unknown) => setState({ error: unread(error) }))
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
  if (isWanted && why !== undefined) throw new Unread(why)
  return isAll
}

/** Parts that come together: once one of them is there, so are the others, at once. Nothing stands where a part will be until its code and words are there; where they cannot be read, a sentence does. */
export function laterFrom<M>(load: () => Promise<M>): <P extends object>(partOf: (module: M) => ComponentType<P>) => ComponentType<P> {
  let there: M | undefined
  const keep = async (): Promise<{ module: M }> => ({ module: (there ??= await load()) })
  return function part<P extends object>(partOf: (module: M) => ComponentType<P>): ComponentType<P> {
    function Fetched(props: P) {
      const { isAll } = usePage().spoken.value
      const [known] = useState(() => (isAll && there !== undefined ? { module: there } : undefined))
      const came = useLater(keep, known === undefined) ?? known
      if (came === undefined) return null
      const Part = partOf(came.module)
      return <Part {...props} />
    }
    return (props) => <Guard ofPart><Fetched {...props} /></Guard>
  }
}

/** A part of the page whose code and words are fetched when it is first shown; afterwards it is there at once. */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => laterFrom(load)((part) => part)
