/** The EIA class at a terminal: which document an item of the catalogue asks for, and why. */
import { loadEia } from '../../seeds/load-eia'
import type { Catalogue } from '../core/catalogue'
import { reasonsFor } from '../core/eia-asked'
import { eiaClass, type EiaAnswer } from '../core/eia'
import { compileEia, type EiaCatalogue } from '../core/eia-catalogue'
import type { EiaOpen } from '../core/eia-open'
import type { Answer, Facts } from '../core/model'
import type { EiaClass, EiaItem } from '../core/seed-types'
import { hanging } from './layout'
import type { Pen } from './report'
import type { Say } from './sentence'

/** An item asked about, and all facts given: those of the rules and those of the item. */
export interface EiaAsked {
  item: EiaItem
  facts: Facts
}

/** The catalogue of a checkout, compiled against its rules. */
export const readEia = (root: string, rules: Catalogue): EiaCatalogue => compileEia(loadEia(root), rules)

/** The answer, with the class of the item where one is asked about. */
export function withEia(answer: Answer, asked: EiaAsked | undefined, eia: EiaCatalogue): Answer & { eia?: EiaAnswer } {
  return asked === undefined ? answer : { ...answer, eia: eiaClass(asked.item, answer.findings, asked.facts, eia) }
}

function classLines(say: Say, { among, asDrawn, certain, possible }: EiaAnswer): string[] {
  const named = (classes: readonly EiaClass[]) => classes.toReversed().map((one) => say(`eia.${one}`)).join(say('eia.or'))
  if (among.length === 1) return [named(among)]
  return [`${say('verdict.asDrawn')} ${named(asDrawn)}`, `${say('eia.least')} ${named([certain])} · ${say('eia.most')} ${named([possible])}`]
}

/** Questions of the project one by one; sensitive areas together. */
function missingLines({ say, place: { eia }, lang, width }: Pen, missing: readonly EiaOpen[]): string[] {
  const said = ({ kind, param }: EiaOpen) => {
    const question = eia.asked.get(param)?.question[lang] ?? param
    return say('eia.missing', { question: kind === 'words' ? say('eia.words', { text: question }) : question, param })
  }
  const areas = missing.filter(({ kind }) => kind === 'area').map(({ param }) => say('eia.area', { name: eia.asked.get(param)?.name[lang] ?? param, param }))
  const facts = missing.filter(({ kind }) => kind !== 'area').flatMap((one) => hanging(said(one), width, 2))
  return [...facts, ...(areas.length === 0 ? [] : [say('eia.areas', { count: areas.length }), ...hanging(areas.join(say('comma')), width, 2)])]
}

/** Item, class, the clauses it rests on, what is missing, and the edition. Empty where no item is asked about. */
export function eiaLines(pen: Pen): string[] {
  const { answer, say, place, lang, width } = pen
  const item = place.eia.items.get(answer.eia?.item ?? Number.NaN)
  if (answer.eia === undefined || item === undefined) return []
  const { title, number, status } = place.eia.source
  const clauses = reasonsFor(answer.eia).holds.flatMap(({ text }) => hanging(text[lang], width, 2, '│ '))
  return [
    say('eia.item', { no: item.no, name: item.name }),
    ...classLines(say, answer.eia),
    ...clauses,
    ...missingLines(pen, answer.eia.missing),
    say('eia.basis', { title, number, status }),
  ]
}
