/** Who drew the map, as the map itself says. */
import site from '../../geodata/site.json'
import type { Lang } from '../state/url'
import { pick } from './text'

export const attributionIn = (lang: Lang): string => [pick(site.mapNote, lang), ...site.credits.filter(({ onMap }) => onMap).map(({ name }) => name)].join(' · ')
