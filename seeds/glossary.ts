import { join } from 'node:path'
import type { GlossaryTerm } from '../src/core/seed-types'
import { readJson } from './load.ts'

/** The terms of the field in plain words. The records are taken as they are: `check:seeds` proves their shape. */
export const loadGlossary = (root: string): GlossaryTerm[] => readJson(join(root, 'seeds', 'glossary.json')) as GlossaryTerm[]
