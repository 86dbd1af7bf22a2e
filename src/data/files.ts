/** The files of this build: rules, layers and where the bundler put them. */
import { urls as layerUrls } from 'virtual:layers'
import { release, urls as seedUrls } from 'virtual:seeds'
import manifest from '../../geodata/layers.json'
import type { Layer } from '../core/model'
import type { Files } from './load'

/** The manifest as written; `check:geodata` proves it, the bundler only widens its types. */
export const layers = manifest as readonly Layer[]

export const eiaUrl = seedUrls['eia.json']
export const searchUrl = seedUrls['search.json']
export const goldenUrl = seedUrls['golden.json']
export const planUrl = seedUrls['plan.json']
export const glossaryUrl = seedUrls['glossary.json']
export const provenanceUrl = layerUrls['provenance.json'] ?? ''

export const files: Files = { seedsUrl: seedUrls['seeds.json'], textsUrl: seedUrls['texts.json'], englishUrl: seedUrls['english.json'], release, layers, urlOf: (file) => layerUrls[file] }
