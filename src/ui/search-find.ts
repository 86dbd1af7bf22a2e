/** What a typed text may mean: coordinates in any notation, a place, a zone, a project type or a rule. Pure. */
import type { CatalogueRule } from '../core/catalogue'
import type { Loaded, LonLat } from '../core/model'
import type { RuleText, RuleTexts } from '../core/rule-text'
import type { SearchWords } from '../core/search-words'
import type { Zone } from '../core/seed-types'
import type { Said } from '../formats/say'
import { readCoordinates, type Candidate } from '../formats/coordinates'
import { nameScore, NONE, pinyinScore, plain } from './name-score'
import { placeScore, placesOf, type Place } from './places'
import { choiceScore, choicesOf, type Choice } from './project-find'

export type Found =
  | { kind: 'point'; id: string; lonLat: LonLat; reading: Said }
  | { kind: 'place' | 'zone'; id: string; place: Place }
  /** A zone that is drawn nowhere. */
  | { kind: 'unmapped'; id: string; zone: Zone }
  | { kind: 'project'; id: string; choice: Choice }
  | { kind: 'rule'; id: string; rule: CatalogueRule }

export interface Search {
  found: Found[]
  /** Why a text that looks like coordinates is none; undefined for a text that looks like a name. */
  problem: Said | undefined
}

/** Everything that has a name. */
export interface Named {
  places: readonly Place[]
  /** Drawn nowhere. */
  zones: readonly Zone[]
  choices: readonly Choice[]
  rules: readonly CatalogueRule[]
  /** Pinyin; undefined until read. */
  words: SearchWords | undefined
  /** The words of each rule by its id, made plain once; empty until read. */
  quotes: ReadonlyMap<string, string>
}

type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Nothing while the rules have not been read: only coordinates are found then. */
export function namedIn(loaded: Loaded | null, seatsLayer: string, words: SearchWords | undefined, texts: RuleTexts | undefined): Named {
  if (loaded === null) return { places: [], zones: [], choices: [], rules: [], words, quotes: new Map() }
  const { zones, activities, rules } = loaded.world.catalogue
  const places = placesOf(loaded, seatsLayer)
  const drawn = new Set(places.map(({ id }) => id))
  return { places, zones: [...zones.values()].filter(({ id }) => !drawn.has(id)), choices: choicesOf([...activities.values()], words), rules: [...rules.values()], words, quotes: quotesOf(texts) }
}

function quotesOf(texts: RuleTexts | undefined): ReadonlyMap<string, string> {
  const wordsOf = ({ quote, wording }: RuleText) => [quote?.text, wording?.zh, wording?.en].filter((text) => text !== undefined).map(plain).join('\n')
  return new Map(Object.entries(texts ?? {}).map(([id, text]) => [id, wordsOf(text)]))
}

/** Everything the text may mean, likeliest first. `near`: where a point is expected, degrees. */
export function search(text: string, named: Named, near: Bounds): Search {
  if (text.trim() === '') return { found: [], problem: undefined }
  const found = findNamed(plain(text), named)
  if (!looksLikeCoordinates(text)) return { found, problem: undefined }
  const read = readCoordinates(text, { near: [...near] })
  if (!read.ok) return { found, problem: { code: read.code, params: read.params } }
  return { found: [...[read, ...read.alternatives].map(pointOf), ...found], problem: undefined }
}

interface Scored {
  found: Found
  score: number
}

/** Most of each kind: more is not read but typed on. */
const MOST = { places: 6, zones: 3, projects: 4, rules: 4 }

/** Of equal fit first places, then zones, projects, rules. */
function findNamed(typed: string, { places, zones, choices, rules, words, quotes }: Named): Found[] {
  if (typed === '') return []
  const groups: Scored[][] = [
    best(places.map((place) => ({ found: { kind: place.kind, id: `${place.kind}-${place.id}`, place }, score: placeScore(typed, place, words) + (place.kind === 'place' ? 0.5 : 0) })), MOST.places),
    best(zones.map((zone) => ({ found: { kind: 'unmapped', id: `zone-${zone.id}`, zone }, score: zoneScore(typed, zone, words) })), MOST.zones),
    best(choices.map((choice) => ({ found: { kind: 'project', id: `project-${choice.id}`, choice }, score: choiceScore(typed, choice, words) })), MOST.projects),
    best(rules.map((rule) => ({ found: { kind: 'rule', id: `rule-${rule.rule.id}`, rule }, score: ruleScore(typed, rule, quotes) })), MOST.rules),
  ]
  return groups.flat().sort((a, b) => b.score - a.score).map(({ found }) => found)
}

const best = (scored: Scored[], most: number): Scored[] => scored.filter(({ score }) => score >= 1).sort((a, b) => b.score - a.score).slice(0, most)

function zoneScore(typed: string, { name, aliases = [] }: Zone, words: SearchWords | undefined): number {
  const own = Math.max(nameScore(typed, name), pinyinScore(typed, words?.names[name.zh]))
  return own !== NONE ? own : aliases.some((alias) => plain(alias).includes(typed)) ? 2 : NONE
}

/** Titles first, then the words themselves. */
function ruleScore(typed: string, { rule }: CatalogueRule, quotes: Named['quotes']): number {
  if (rule.id === typed) return 10
  const title = nameScore(typed, rule.title)
  if (title !== NONE) return Math.min(title, 5)
  return typed.length > 1 && quotes.get(rule.id)?.includes(typed) === true ? 1 : NONE
}

const pointOf = ({ lonLat, reading }: Candidate): Found => ({ kind: 'point', id: `point-${lonLat.join('-')}`, lonLat, reading })

/** Two runs of digits: a name rarely has them, a position always. */
const looksLikeCoordinates = (text: string): boolean => (text.match(/\d+(\.\d+)?/g) ?? []).length >= 2
