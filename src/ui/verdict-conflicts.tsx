import type { Answer } from '../core/model'
import { Fold } from './fold'
import { useLoaded, useWords } from './page'
import { Law } from './rule-card'

/** Where the document contradicts itself about this project: both sides in its own words, and how they collide. */
export function Conflicts({ answer }: { answer: Answer }) {
  const { t, pick } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const met = answer.conflicts.flatMap(({ id, rules }) => {
    const conflict = catalogue?.conflicts.get(id)
    return conflict === undefined ? [] : [{ conflict, sides: conflict.rules.map((side) => side.filter((rule) => rules.includes(rule))) }]
  })
  if (met.length === 0) return null
  return (
    <section class="conflict" aria-label={t('conflict.title')}>
      <h4>{t('conflict.title')}</h4>
      {met.map(({ conflict: { id, title, why }, sides }) => (
        <Fold key={id} summary={<b>{pick(title)}</b>}>
          {() => (
            <>
              <p>{pick(why)}</p>
              <Fold summary={t('conflict.quotes')}>{() => sides.map((side, index) => <Side key={side.join()} no={index} rules={side} />)}</Fold>
            </>
          )}
        </Fold>
      ))}
    </section>
  )
}

function Side({ no, rules }: { no: number; rules: readonly string[] }) {
  const { t, pick } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  return (
    <div class="side">
      <small>{t(no === 0 ? 'conflict.one' : 'conflict.other')}</small>
      {rules.flatMap((id) => catalogue?.rules.get(id)?.rule ?? []).map(({ id, title, effect }) => (
        <div key={id} class="side-rule" data-effect={effect}>
          <p>{pick(title)}</p>
          <Law id={id} />
        </div>
      ))}
    </div>
  )
}
