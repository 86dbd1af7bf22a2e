import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium'

const root = join(import.meta.dirname, '..', '..')
const dist = join(root, 'dist')

/** The built page must work from any folder of any static host. */
const folder = '/some/folder/'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** The plainest static host there is: files by name, nothing else. Returns its URL and how to stop it. */
export function serve(directory: string): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const name = path === folder ? 'index.html' : path.slice(folder.length)
    const file = join(directory, normalize('/' + name))
    if (!path.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return createReadStream(file).pipe(response)
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('expected a TCP address of the test host')
      resolve({ url: `http://127.0.0.1:${address.port}${folder}`, stop: () => server.close() })
    }),
  )
}

/** Builds the page once for all journeys and serves it. */
export async function setup(project: TestProject): Promise<() => void> {
  findChromium()
  // What is tried is what ships: the test runner would have it built for tests.
  process.env['NODE_ENV'] = 'production'
  await build({ root, mode: 'production', logLevel: 'warn', configLoader: 'runner' })
  const host = await serve(dist)
  project.provide('site', host.url)
  return host.stop
}

declare module 'vitest' {
  interface ProvidedContext {
    site: string
  }
}
