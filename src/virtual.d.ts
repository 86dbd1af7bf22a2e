declare module 'virtual:seeds' {
  import type { Release } from './core/model'
  /** URL of all seeds as one JSON file (type `Seeds` of core/catalogue.ts). */
  export const seedsUrl: string
  export const release: Release
}
