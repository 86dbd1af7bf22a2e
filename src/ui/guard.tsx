import { Component, type ComponentChildren } from 'preact'
import { useWords } from './page'

/** A failure of our own must not read as an empty answer. */
export class Guard extends Component<{ children: ComponentChildren }, { why: string | null }> {
  override state = { why: null }

  static override getDerivedStateFromError(error: unknown): { why: string } {
    return { why: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    return this.state.why === null ? this.props.children : <Broken why={this.state.why} />
  }
}

function Broken({ why }: { why: string }) {
  const { t } = useWords()
  return (
    <div class="warn" role="alert">
      <p>{t('answer.broken')} {why}</p>
      <button type="button" onClick={() => location.reload()}>{t('answer.reload')}</button>
    </div>
  )
}
