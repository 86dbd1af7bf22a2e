import { readFileSync } from 'node:fs'
import type { FeatureCollection, Geometry } from 'geojson'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig as defineTests, mergeConfig } from 'vitest/config'
import layers from './geodata/layers.json' with { type: 'json' }
import place from './geodata/site.json' with { type: 'json' }
import { loadGlossary } from './seeds/glossary.ts'
import { loadGolden } from './seeds/golden.ts'
import { loadEia } from './seeds/load-eia.ts'
import { loadSeeds } from './seeds/load.ts'
import { loadPlanTables } from './seeds/plan-tables.ts'
import { searchWords } from './seeds/search-words.ts'
import { releaseOf } from './src/cli/release.ts'
import { compileCatalogue } from './src/core/catalogue.ts'
import { englishOf } from './src/core/english.ts'
import { provenanceOf, withoutProvenance } from './src/core/provenance.ts'
import { textsOf, withoutTexts } from './src/core/rule-text.ts'
import { writtenSeeds } from './src/core/written-seeds.ts'

const root = import.meta.dirname

/** Everything the page may do. No third party: the map data, the fonts and the worker are ours. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Puts the policy into the built page; the development server needs inline scripts of its own. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  }
}

/** The page on which a basemap of 天地图 is shown: the same, but its policy lets the tiles in. A policy in a page cannot be loosened while it is open. */
function basemapPage(): Plugin {
  const name = 'tianditu.html'
  const mark = '<meta name="basemap" content="tianditu">'
  const servers = Array.from({ length: 8 }, (_, server) => `https://t${server}.tianditu.gov.cn`).join(' ')
  const marked = (html: string): string => html.replace('</head>', `${mark}</head>`)
  return {
    name: 'basemap-page',
    enforce: 'post',
    generateBundle(_, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset') throw new Error('expected index.html in the build, found none')
      const html = String(index.source)
      const open = html.replace('connect-src ', `connect-src ${servers} `)
      if (open === html) throw new Error('expected connect-src in the policy of index.html, found none')
      this.emitFile({ type: 'asset', fileName: name, source: marked(open) })
    },
    configureServer(server) {
      server.middlewares.use(`/${name}`, (_, response) => {
        void server.transformIndexHtml('/', marked(readFileSync(`${root}/index.html`, 'utf8'))).then((html) => response.setHeader('content-type', 'text/html').end(html))
      })
    },
  }
}

const layerOf = (file: string): FeatureCollection<Geometry, { name?: { zh: string } }> => JSON.parse(readFileSync(`${root}/geodata/layers/${file}`, 'utf8'))

/** Chinese names of all that is drawn, and of all zones and their aliases. */
function namesToFind(): string[] {
  const drawn = layers.flatMap(({ file }) => layerOf(file).features.flatMap(({ properties: { name } }) => (name === undefined ? [] : [name.zh])))
  return [...drawn, ...loadSeeds(root).zones.flatMap(({ name, aliases = [] }) => [name.zh, ...aliases])]
}

/** What the page reads of the seeds: what it needs to answer, the words of the rules, which may come later, and what is read when first asked for. */
const seedFiles: Record<string, () => unknown> = {
  'seeds.json': () => writtenSeeds(withoutTexts(loadSeeds(root))),
  'english.json': () => englishOf(compileCatalogue(withoutTexts(loadSeeds(root)))),
  'texts.json': () => textsOf(loadSeeds(root)),
  'eia.json': () => loadEia(root),
  'search.json': () => searchWords(loadSeeds(root).activities, loadEia(root).items, namesToFind()),
  'golden.json': () => loadGolden(root),
  'plan.json': () => loadPlanTables(root),
  'glossary.json': () => loadGlossary(root),
}

/** What the page reads of the layers: the shapes of each, and apart from them where they come from. */
const layerFiles: Record<string, () => unknown> = {
  ...Object.fromEntries(layers.map(({ file }): [string, () => unknown] => [file, () => withoutProvenance(layerOf(file))])),
  'provenance.json': () => Object.fromEntries(layers.map(({ id, file }) => [id, provenanceOf(layerOf(file))])),
}

/** A module that says where such files are (`urls`), and `more`. */
function assetFiles(module: string, files: Record<string, () => unknown>, more = ''): Plugin {
  const id = `\0${module}`
  let building = false
  return {
    name: module,
    configResolved: (config) => void (building = config.command === 'build'),
    resolveId: (source) => (source === module ? id : null),
    load(loaded) {
      if (loaded !== id) return null
      const emit = (name: string, source: string) => `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`
      const urls = Object.entries(files).map(([name, read]) => `${JSON.stringify(name)}: ${building ? emit(name, JSON.stringify(read())) : `'/${name}'`}`)
      return `export const urls = {${urls.join(', ')}}; ${more}`
    },
    configureServer(server) {
      for (const [name, read] of Object.entries(files)) {
        server.middlewares.use(`/${name}`, (_, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(read())))
      }
    },
  }
}

/** What an answer waits for is asked for with the page, not once its code runs. */
function preloaded(files: readonly string[]): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const assets = Object.values(bundle).flatMap((file) => (file.type === 'asset' && file.names.some((name) => files.includes(name)) ? [file.fileName] : []))
        if (assets.length !== files.length) throw new Error(`expected ${files.join(', ')} in the build, found ${assets.join(', ')}`)
        return assets.map((name) => ({ tag: 'link', attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${name}` }, injectTo: 'head' as const }))
      },
    },
  }
}

/** Layers an answer needs; as `answers` in `src/data/load.ts`. */
const answering = layers.filter(({ group }) => group !== 'base').map(({ file }) => file)

/** Everything is kept for the time without a network; a new version waits until the reader takes it. */
const offline = VitePWA({
  strategies: 'generateSW',
  registerType: 'prompt',
  injectRegister: false,
  filename: 'sw.js',
  manifest: {
    name: place.title.zh,
    short_name: place.shortTitle.zh,
    description: place.title.en,
    lang: 'zh-Hans',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#F6F4EE',
    theme_color: '#F6F4EE',
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,json,geojson,svg,png}'],
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    maximumFileSizeToCacheInBytes: 4_000_000,
    navigateFallback: null,
    ignoreURLParametersMatching: [/./],
  },
})

const site = defineConfig({
  root,
  base: './',
  plugins: [assetFiles('virtual:seeds', seedFiles, `export const release = ${JSON.stringify(releaseOf(root))}`), assetFiles('virtual:layers', layerFiles), contentSecurityPolicy(), preloaded(['seeds.json', ...answering]), basemapPage(), offline],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    // Many static hosts do not know that .mjs is JavaScript, and a worker of another type does not start.
    rolldownOptions: {
      output: {
        assetFileNames: ({ names }) => `assets/${names[0]?.endsWith('.mjs') ? '[name]-[hash].js' : '[name]-[hash][extname]'}`,
        // What the first answer needs is one file: it packs better than sixty, and needs no chain of requests.
        codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'] }] },
      },
    },
  },
  // A worker loads what it rarely needs when it needs it; what it always needs the page may load later.
  worker: { format: 'es', rolldownOptions: { checks: { ineffectiveDynamicImport: false } } },
  preview: { port: 4173 },
})

const tests = defineTests({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/journeys/**'],
          environment: 'node',
          testTimeout: 60_000,
          maxWorkers: 2,
          // A module is read once by each worker, not once by each file: our modules keep nothing that a test may change.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/helpers/site.ts',
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
})

// Vite asks for the default export; everywhere else exports are named.
export default mergeConfig(site, tests)
