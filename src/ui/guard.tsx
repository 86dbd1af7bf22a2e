import { Component, type ComponentChildren } from 'preact'
import { useWords } from './page'

/** A failure of our own must not read as an empty answer. `ofPart`: what fails is a part, and the rest stands. */
export class Guard extends Component<{ children: ComponentChildren; ofPart?: boolean }, { why: string | null }> {
  override state = { why: null }

  static override getDerivedStateFromError(error: unknown): { why: string } {
    return { why: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    return this.state.why === null ? this.props.children : <Broken why={this.state.why} ofPart={this.props.ofPart ?? false} />
  }
}

function Broken({ why, ofPart }: { why: string; ofPart: boolean }) {
  const { t } = useWords()
  return (
    <div class="warn" role="alert">
      <p>{t(ofPart ? 'page.partFailed' : 'answer.broken')} {why}</p>
      <button type="button" onClick={() => location.reload()}>{t('answer.reload')}</button>
    </div>
  )
}
