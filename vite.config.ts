import { defineConfig, type Plugin } from 'vite'
import { defineConfig as defineTests, mergeConfig } from 'vitest/config'
import { loadSeeds } from './seeds/load.ts'
import { releaseOf } from './src/cli/release.ts'

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

/** `virtual:seeds`: the URL of all seeds as one JSON file, and the release the page answers from. */
function seedsAsset(): Plugin {
  const id = '\0virtual:seeds'
  let building = false
  const moduleOf = (url: string) =>
    `export const seedsUrl = ${url}; export const release = ${JSON.stringify(releaseOf(root))}`
  return {
    name: 'seeds-asset',
    configResolved: (config) => void (building = config.command === 'build'),
    resolveId: (source) => (source === 'virtual:seeds' ? id : null),
    load(loaded) {
      if (loaded !== id) return null
      if (!building) return moduleOf("'/seeds.json'")
      const source = JSON.stringify(loadSeeds(root))
      return moduleOf(`import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: 'seeds.json', source })}`)
    },
    configureServer: (server) =>
      void server.middlewares.use('/seeds.json', (_, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(loadSeeds(root)))
      }),
  }
}

const site = defineConfig({
  root,
  base: './',
  plugins: [seedsAsset(), contentSecurityPolicy()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    // Many static hosts do not know that .mjs is JavaScript, and a worker of another type does not start.
    rolldownOptions: { output: { assetFileNames: ({ names }) => `assets/${names[0]?.endsWith('.mjs') ? '[name]-[hash].js' : '[name]-[hash][extname]'}` } },
  },
  preview: { port: 4173 },
})

const tests = defineTests({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/journeys/**'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/helpers/site.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

// Vite asks for the default export; everywhere else exports are named.
export default mergeConfig(site, tests)
