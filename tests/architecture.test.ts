import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What each part may import of our own; itself always. Packages are listed where a part is held to some. */
const allowed: Record<string, string[]> = {
  'src/core': [],
  'src/formats': ['src/core'],
  'src/extract': ['src/core'],
  'src/embed': ['src/core', 'src/formats', 'src/extract', 'src/state'],
  'src/data': ['src/core', 'src/rest.ts', 'src/formats', 'src/extract', 'geodata/layers', 'geodata/layers.json'],
  'src/state': ['src/core'],
  'src/map': ['src/core', 'src/rest.ts', 'geodata/looks.json'],
  'src/ui': ['src/core', 'src/state', 'src/formats', 'src/extract', 'src/map/palette.json', 'geodata/site.json'],
  'src/cli': ['src/core', 'src/formats', 'src/extract', 'seeds', 'geodata/layers.json'],
  'src/cli.ts': ['src/cli', 'src/core', 'src/formats', 'src/extract'],
  'src/rest.ts': [],
  'src/main.ts': ['src/core', 'src/rest.ts', 'src/data', 'src/embed', 'src/state', 'src/ui', 'src/map', 'geodata/site.json'],
  seeds: ['src/core'],
  geodata: ['src/core', 'seeds'],
}

/** Packages the pure core may use: geometry only. */
const corePackages = [/^@turf\//, /^geographiclib-geodesic$/, /^clipper2-ts$/]

function filesUnder(folder: string, wanted = /\.tsx?$/): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesUnder(path, wanted)
    return wanted.test(name) ? [path] : []
  })
}

/** Code without its comments: words in them are not uses. */
const codeOf = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')

interface Import {
  from: string
  to: string
}

function importsOf(file: string): Import[] {
  const from = relative(root, file)
  const code = readFileSync(file, 'utf8')
  const specifiers = [...code.matchAll(/(?:from\s+|import\s*\(?\s*|import\.meta\.glob\(\s*)['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
  return specifiers.map((to) => ({ from, to: to.startsWith('.') ? relative(root, resolve(dirname(file), to)) : to }))
}

const isWithin = (path: string, part: string) => path === part || path.startsWith(`${part}/`) || path === part.replace(/\.ts$/, '')

const partOf = (path: string) => Object.keys(allowed).find((part) => isWithin(path, part))

const imports = ['src', 'seeds', 'geodata'].flatMap((folder) => filesUnder(join(root, folder))).flatMap(importsOf)
const own = imports.filter(({ to }) => isWithin(to, 'src') || isWithin(to, 'seeds') || isWithin(to, 'geodata') || to.startsWith('tests'))

describe('architecture', () => {
  it('finds the imports it judges', () => {
    expect(own.length).toBeGreaterThan(20)
  })

  it('lets each part import only what it may', () => {
    const wrong = own.filter(({ from, to }) => {
      const part = partOf(from)
      return part !== undefined && !isWithin(to, part) && !allowed[part]?.some((other) => isWithin(to, other))
    })
    expect(wrong).toEqual([])
  })

  it('knows every part of src', () => {
    const unknown = filesUnder(join(root, 'src')).map((file) => relative(root, file)).filter((file) => !file.endsWith('.d.ts') && partOf(file) === undefined)
    expect(unknown).toEqual([])
  })

  it('keeps the core pure: geometry packages only, no clock, no network, no page', () => {
    const packages = imports.filter(({ from, to }) => from.startsWith('src/core/') && !to.startsWith('src/') && !corePackages.some((known) => known.test(to)))
    const impure = filesUnder(join(root, 'src/core')).filter((file) => /\b(fetch\(|Date\.now|new Date\(\)|Math\.random|globalThis|document\.[a-z]|window\.(location|document|addEventListener|setTimeout))/.test(codeOf(file)))
    expect(packages.filter(({ to }) => to !== 'geojson')).toEqual([])
    expect(impure).toEqual([])
  })

  it('names no district in the code', () => {
    const named = filesUnder(join(root, 'src'), /\.(tsx?|json|txt|css)$/).filter((file) => /璧山|bishan/i.test(readFileSync(file, 'utf8')))
    expect(named.map((file) => relative(root, file))).toEqual([])
  })

  it('writes HTML from data nowhere', () => {
    const unsafe = filesUnder(join(root, 'src')).filter((file) => /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/.test(codeOf(file)))
    expect(unsafe).toEqual([])
  })

  it('fetches in src/data alone', () => {
    const fetching = filesUnder(join(root, 'src')).map((file) => relative(root, file)).filter((file) => /\bfetch\(/.test(codeOf(join(root, file))) && !file.startsWith('src/data/'))
    expect(fetching).toEqual([])
  })
})
