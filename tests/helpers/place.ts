/** The place that ships, read once by each worker. */
import { join } from 'node:path'
import { loadPlace } from '../../src/cli/world'

export const place = loadPlace(join(import.meta.dirname, '..', '..'))
