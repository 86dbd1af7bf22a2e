import { Component, type ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { usePage, useWords } from './page'

/** What a part stands on could not be read; the network may be back. */
export class Unread extends Error {}

export const unread = (error: unknown): Unread => new Unread(error instanceof Error ? error.message : String(error))

interface State {
  error: unknown
  /** How often the reader had it tried again. */
  tries: number
}

/** A failure of our own must not read as an empty answer. `ofPart`: what fails is a part, the rest stands, and it can be tried again. */
export class Guard extends Component<{ children: ComponentChildren; ofPart?: boolean }, State> {
  override state: State = { error: null, tries: 0 }

  static override getDerivedStateFromError(error: unknown): Pick<State, 'error'> {
    return { error }
  }

  override render() {
    const { error, tries } = this.state
    if (error === null) return this.props.children
    if (this.props.ofPart !== true) return <Broken error={error} />
    return <BrokenPart error={error} tries={tries} again={(by) => this.setState({ error: null, tries: tries + by })} />
  }
}

const sayWhy = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function Broken({ error }: { error: unknown }) {
  const { t } = useWords()
  return (
    <div class="warn" role="alert">
      <p>{t('answer.broken')} {sayWhy(error)}</p>
      <Reload />
    </div>
  )
}

function Reload() {
  const { t } = useWords()
  return <button type="button" onClick={() => location.reload()}>{t('answer.reload')}</button>
}

/** Where trying again does not help, the whole page may be read again; without a network that would lose it. */
function BrokenPart({ error, tries, again }: { error: unknown; tries: number; again(by: 0 | 1): void }) {
  const { t } = useWords()
  const { app, spoken, readWords } = usePage()
  const { isAll } = spoken.value
  const [hadWords] = useState(isAll)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => void (tries > 0 && button.current?.focus()), [])
  // The words that were missing came with the try of another part.
  useEffect(() => void (isAll && !hadWords && again(0)), [isAll])
  return (
    <div class="warn" role="alert">
      <p>{error instanceof Unread ? t('page.partUnread') : `${t('page.partFailed')} ${sayWhy(error)}`}</p>
      <button ref={button} type="button" onClick={() => (readWords?.(), again(1))}>{t('page.again')}</button>
      {tries > 0 && app.isOnline.value && <> <Reload /></>}
    </div>
  )
}
