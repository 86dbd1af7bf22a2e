declare module 'virtual:layers' {
  /** Each file of `geodata/layers` without where its shapes come from (`withoutProvenance`); `provenance.json`: where they come from (`Provenance`). */
  export const urls: Readonly<Record<string, string>>
}

declare module 'virtual:seeds' {
  import type { Release } from './core/model'
  /** `seeds.json`: all that an answer needs (`writtenSeeds`). `english.json`: its words in English (`englishOf`). `texts.json`: the words of the rules (`RuleTexts`). `eia.json`: the EIA catalogue (`EiaSeeds`). `search.json`: what a project is searched by (`SearchWords`). `golden.json`: the golden questions (`GoldenFile[]`). `plan.json`: the tables of the plans (`PlanTables[]`). `glossary.json`: terms in plain words (`GlossaryTerm[]`). */
  export const urls: { 'seeds.json': string; 'english.json': string; 'texts.json': string; 'eia.json': string; 'search.json': string; 'golden.json': string; 'plan.json': string; 'glossary.json': string }
  export const release: Release
}
