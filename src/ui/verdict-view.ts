/** A verdict, sorted for reading: how sure it is and why not surer, by which source, and what speaks for the project. Pure. */
import { ask } from '../core/ask'
import type { Catalogue, CatalogueRule } from '../core/catalogue'
import type { Answer, Doubt, Is, Question, RuleHit, ToVerify, Verdict, VerdictWord, World } from '../core/model'
import type { Office, Source, Zone } from '../core/seed-types'
import { ruleView, type RuleView } from './answer-view'

/** Why the three parts of a verdict may differ. */
export type Unsure = 'line' | 'documents' | 'facts' | 'term' | 'zones'

const UNSURE: Record<Doubt, Unsure> = {
  'near-line': 'line',
  envelope: 'line',
  unmapped: 'zones',
  failed: 'zones',
  implied: 'documents',
  'by-reference': 'documents',
  'term-ended': 'term',
  'fact-missing': 'facts',
}

const ORDER: readonly Unsure[] = ['line', 'facts', 'term', 'documents', 'zones']

const unsureOf = (hits: readonly RuleHit[]): Unsure[] => {
  const found = new Set(hits.flatMap(({ doubts }) => doubts.map((doubt) => UNSURE[doubt])))
  return ORDER.filter((reason) => found.has(reason))
}

/** Why the verdict as drawn is not certain, and why it may be stricter; each empty where the parts agree. */
export interface Doubts {
  drawn: Unsure[]
  possible: Unsure[]
}

export function doubtsOf({ verdict, rules }: Answer): Doubts {
  if (verdict === null) return { drawn: [], possible: [] }
  const { certain, asDrawn, possible } = verdict
  const asking = (word: VerdictWord, counts: RuleHit['counts']) => rules.filter((hit) => hit.decides === word && hit.counts === counts)
  return {
    drawn: certain === asDrawn ? [] : unsureOf(asking(asDrawn, 'asDrawn')),
    possible: asDrawn === possible ? [] : unsureOf(asking(possible, 'possible')),
  }
}

export type Confidence = 'sure' | 'least' | 'line' | 'documents'

/** How sure the headline is: the line or the documents keep it from being certain, or it is the least that holds. */
export function confidenceOf(verdict: Verdict, { drawn }: Doubts): Confidence {
  if (verdict.certain !== verdict.asDrawn) return drawn.includes('line') ? 'line' : 'documents'
  return verdict.asDrawn === verdict.possible ? 'sure' : 'least'
}

/** The verdict of each source that has rules deciding here; empty unless there are several. */
export function verdictsBySource(answer: Answer, question: Question, world: World): { source: Source; verdict: Verdict }[] {
  const deciding = answer.rules.filter(({ decides, counts }) => decides !== undefined && counts !== 'info')
  const speaking = new Set(deciding.map(({ id }) => world.catalogue.rules.get(id)?.source.id))
  if (speaking.size < 2) return []
  const sources = [...world.catalogue.sources.values()].filter(({ id }) => speaking.has(id))
  return sources.flatMap((source) => {
    const { verdict } = ask(answer.subject, { ...question, sources: [source.id] }, world)
    return verdict === null ? [] : [{ source, verdict }]
  })
}

const viewsOf = (hits: readonly RuleHit[], catalogue: Catalogue): RuleView[] => hits.map((hit) => ruleView(hit, catalogue)).filter((view) => view !== undefined)

/** The rules that decide: those behind the headline first, then what may be stricter, then what is certain anyway. */
export function decidersOf({ verdict, rules }: Answer, catalogue: Catalogue): RuleView[] {
  const byId = new Map(rules.map((hit) => [hit.id, hit]))
  const hits = (verdict?.decidedBy ?? []).flatMap((id) => byId.get(id) ?? [])
  const group = ({ decides, counts }: RuleHit) => (decides === verdict?.asDrawn && counts !== 'possible' ? 0 : counts === 'possible' ? 1 : 2)
  return viewsOf(hits.toSorted((a, b) => group(a) - group(b)), catalogue)
}

const HERE: readonly Is[] = ['inside', 'likely', 'possible']

/** Rules that encourage the project at this place. */
export const encouragementsOf = ({ rules }: Answer, catalogue: Catalogue): RuleView[] =>
  viewsOf(rules.filter(({ effect, is, term }) => effect === 'encourage' && HERE.includes(is) && term !== 'not-yet'), catalogue)

/** The shortest way from an activity of the project to one that the rule names, narrow to wide; empty where there is none. */
export function chainTo({ rule }: CatalogueRule, project: readonly string[], { activities }: Catalogue): string[] {
  const named = new Set([...rule.activities, ...(rule.conditionalFor ?? []), ...(rule.absoluteFor ?? [])])
  const seen = new Set<string>()
  let ways = project.map((id) => [id])
  while (ways.length > 0) {
    const there = ways.find((way) => named.has(way.at(-1) ?? ''))
    if (there !== undefined) return there
    ways = ways.flatMap((way) => {
      const last = way.at(-1) ?? ''
      if (seen.has(last)) return []
      seen.add(last)
      return (activities.get(last)?.broader ?? []).map((wider) => [...way, wider])
    })
  }
  return []
}

/** Zones to verify, by the office that knows, most rules first. */
export interface ZonesToVerify {
  office: Office | undefined
  zones: { zone: Zone; rules: readonly string[]; isDrawn: boolean }[]
}

type OfKind<K extends ToVerify['kind']> = Extract<ToVerify, { kind: K }>

export interface Checklist {
  facts: OfKind<'fact'>[]
  zones: ZonesToVerify[]
  terms: OfKind<'term'>[]
  documents: OfKind<'document'>[]
}

const ofKind = <K extends ToVerify['kind']>(items: readonly ToVerify[], kind: K) => items.filter((item): item is OfKind<K> => item.kind === kind)

/** What to verify, sorted: drawn lines nearby before zones without an outline. */
export function checklistOf({ toVerify, findings }: Answer, { zones, offices }: Catalogue): Checklist {
  const standing = new Map(findings.map(({ zone, is }) => [zone, is]))
  const groups = new Map<string, ZonesToVerify>()
  for (const { zone: id, office, rules } of ofKind(toVerify, 'zone')) {
    const zone = zones.get(id)
    if (zone === undefined) continue
    const group = groups.get(office) ?? { office: offices.get(office), zones: [] }
    groups.set(office, group)
    group.zones.push({ zone, rules, isDrawn: HERE.includes(standing.get(id) ?? 'unmapped') })
  }
  const ruleCount = ({ zones: of }: ZonesToVerify) => of.reduce((sum, { rules }) => sum + rules.length, 0)
  for (const { zones: of } of groups.values()) of.sort((a, b) => Number(b.isDrawn) - Number(a.isDrawn) || b.rules.length - a.rules.length)
  return {
    facts: ofKind(toVerify, 'fact'),
    zones: [...groups.values()].sort((a, b) => ruleCount(b) - ruleCount(a)),
    terms: ofKind(toVerify, 'term'),
    documents: ofKind(toVerify, 'document'),
  }
}
