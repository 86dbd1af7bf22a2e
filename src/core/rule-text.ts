/** The words of a rule, apart from what the engine needs: the page reads them after it can answer. */
import type { Seeds } from './catalogue'
import type { Rule } from './seed-types'

/** What a reader wants of a rule and the engine does not. */
export type RuleText = Pick<Rule, 'quote' | 'also' | 'paragraph' | 'wording' | 'replaces' | 'note'>

/** By rule id. */
export type RuleTexts = Readonly<Record<string, RuleText>>

const textOf = ({ quote, also, paragraph, wording, replaces, note }: Rule): RuleText => ({
  ...(quote && { quote }),
  ...(also && { also }),
  ...(paragraph && { paragraph }),
  ...(wording && { wording }),
  ...(replaces && { replaces }),
  ...(note && { note }),
})

function withoutText(rule: Rule): Rule {
  const { quote: _quote, also: _also, paragraph: _paragraph, wording: _wording, replaces: _replaces, note: _note, thresholds: _thresholds, ...rest } = rule
  return rest
}

/** The words of all rules. */
export function textsOf({ sources }: Seeds): RuleTexts {
  const rules = sources.flatMap((source) => source.rules).flatMap((file) => file.rules)
  return Object.fromEntries(rules.map((rule) => [rule.id, textOf(rule)]))
}

/** The seeds as the engine needs them: the same answers, half the bytes. */
export function withoutTexts(seeds: Seeds): Seeds {
  return {
    ...seeds,
    zones: seeds.zones.map(({ figures: _figures, related: _related, definedIn: _definedIn, note: _note, located, ...zone }) => ({ ...zone, quotes: [], located: { level: located.level } })),
    sources: seeds.sources.map((source) => ({ ...source, rules: source.rules.map((file) => ({ ...file, rules: file.rules.map(withoutText) })) })),
  }
}
