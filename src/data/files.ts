/** The files of this build: rules, layers and where the bundler put them. */
import { release, urls as seedUrls } from 'virtual:seeds'
import manifest from '../../geodata/layers.json'
import type { Layer } from '../core/model'
import type { Files } from './load'

const FOLDER = '../../geodata/layers/'

const urls: Record<string, string> = import.meta.glob<string>('../../geodata/layers/*.geojson', { query: '?url', import: 'default', eager: true })

/** The manifest as written; `check:geodata` proves it, the bundler only widens its types. */
export const layers = manifest as readonly Layer[]

export const eiaUrl = seedUrls['eia.json']
export const searchUrl = seedUrls['search.json']
export const goldenUrl = seedUrls['golden.json']
export const planUrl = seedUrls['plan.json']
export const glossaryUrl = seedUrls['glossary.json']

export const files: Files = { seedsUrl: seedUrls['seeds.json'], textsUrl: seedUrls['texts.json'], release, layers, urlOf: (file) => urls[FOLDER + file] }
