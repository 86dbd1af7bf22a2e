declare module 'virtual:seeds' {
  import type { Release } from './core/model'
  /** `seeds.json`: all that an answer needs (`Seeds`). `texts.json`: the words of the rules (`RuleTexts`). */
  export const urls: { 'seeds.json': string; 'texts.json': string }
  export const release: Release
}
