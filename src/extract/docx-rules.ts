/** Chapter 3: the table of compliance, across the page. */
import { dimensionName } from './dimension'
import { heading, note, paragraph, table, TEXT_WIDTH, type Block, type Cell, type Kit } from './docx-kit'
import type { ExtractRule } from './extract'
import { placeInDocument, shortDocument, zoneName } from './phrases'

const levelOf = ({ source, scope }: ExtractRule, { extract }: Kit): string => (extract.labels.documents[source]?.kind === 'statute' ? 'level.statute' : `level.${scope}`)

/** How far the rule counts, and why not for certain. */
function stateText(rule: ExtractRule, { say }: Kit): string {
  const counts = say(`counts.${rule.counts}`)
  const state = rule.decides === undefined ? say('rule.state', { effect: say(`effect.${rule.effect}`), counts }) : say('rule.decides', { verdict: say(`verdict.${rule.decides}`), counts })
  const term = rule.term === 'in-force' ? [] : [say(`term.${rule.term}`)]
  const doubts = rule.doubts.map((doubt) => say(`doubt.${doubt}`)).join(say('and'))
  return [state, ...term, ...(doubts === '' ? [] : [say('rule.doubts', { doubts })])].join('\n')
}

function projectText({ needs = [] }: ExtractRule, { say, extract, lang }: Kit): string {
  const facts = needs.map((id) => extract.labels.facts[id]?.name[lang] ?? id).join(say('and'))
  return [say('fill'), ...(facts === '' ? [] : [say('rule.needs', { facts })])].join('\n')
}

function quoteText(rule: ExtractRule, { say, extract, lang }: Kit): string {
  const quote = rule.wording ? rule.wording[lang] : say('rule.quote', { quote: rule.quote })
  return `${quote}\n${say('rule.place', { document: shortDocument(rule, extract, lang, say), place: placeInDocument(rule, say) })}`
}

function ruleCells(rule: ExtractRule, kit: Kit): (string | Cell)[] {
  const { say, extract, lang } = kit
  const decides = rule.decides !== undefined
  const unit = rule.scope === 'district' ? say('unit.district') : zoneName(rule.via, extract, lang)
  return [
    say(levelOf(rule, kit)),
    unit,
    dimensionName(rule.dimension, lang),
    quoteText(rule, kit),
    ...(decides ? [projectText(rule, kit)] : []),
    decides ? `${stateText(rule, kit)}\n${say('rule.comply', { fill: say('fill') })}` : stateText(rule, kit),
  ]
}

function ruleTable(kit: Kit, rules: readonly ExtractRule[], hasProject: boolean): Block[] {
  const { say } = kit
  if (rules.length === 0) return [note(kit, 'docx.no-rules')]
  const head = [say('col.level'), say('col.unit'), say('col.dimension'), say('col.quote'), ...(hasProject ? [say('col.project')] : []), say('col.result')]
  const columns = hasProject ? [8, 12, 10, 42, 13, 15] : [8, 12, 10, 52, 18]
  return [table(kit, rules.map((rule) => ruleCells(rule, kit)), { head, columns, width: TEXT_WIDTH.across })]
}

export function rulesChapter(kit: Kit): Block[] {
  const { rules, verdict } = kit.extract
  const telling = rules.filter(({ decides }) => decides !== undefined)
  const context = rules.filter(({ decides }) => decides === undefined)
  return [
    heading(kit, 'docx.3'),
    ...(verdict === null ? [paragraph(kit, kit.say('docx.no-project'), { small: true })] : []),
    note(kit, 'docx.dimension-note'),
    heading(kit, 'docx.3.1'),
    ...ruleTable(kit, telling, true),
    ...(context.length === 0 ? [] : [heading(kit, 'docx.3.2'), ...ruleTable(kit, context, false)]),
  ]
}
