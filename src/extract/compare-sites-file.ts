/** Compared sites for machines: the question, and of each site the whole answer. */
import { canonical } from './canonical'
import { answerOf, type SiteAnswer, type SiteComparison } from './compare-sites'
import { roundedMeasures, roundedOverlap } from './figures'

export const COMPARISON = 'one-map-comparison/1'

function siteRecord(site: SiteAnswer) {
  const { name, subject, state } = site
  const answer = answerOf(site)
  if (answer === undefined) return { name, subject, state, ...(site.state === 'refused' ? { why: site.why } : {}) }
  const { measures, findings, rules, verdict, toVerify } = answer
  return {
    name,
    subject,
    state,
    measures: measures && roundedMeasures(measures),
    verdict,
    findings: findings.map(({ overlap, ...finding }) => ({ ...finding, ...(overlap && { overlap: roundedOverlap(overlap) }) })),
    rules,
    toVerify,
  }
}

/** Canonical JSON: the same comparison gives the same bytes. `mildest` counts sites from 0. */
export const comparisonJson = ({ question, release, mildest, sites }: SiteComparison): string =>
  canonical({ schema: COMPARISON, question, release, mildest, sites: sites.map(siteRecord) })
