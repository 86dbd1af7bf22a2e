/** The parts of the report about zones: where the place stands, and what is still to be verified. */
import type { Finding, Is, ToVerify } from '../core/model'
import { columns, hanging, padEnd } from './layout'
import { distanceText, sigmaText } from './measures'
import type { Pen } from './report'
import { overlapText } from './report-parcel'
import type { Say } from './sentence'

const SHOWN: readonly Is[] = ['inside', 'likely', 'possible', 'failed']
const COUNTED: readonly Is[] = ['unmapped', 'outside']
/** Share of the line for the names of zones. */
const NAME_SHARE = 0.42
/** Zones named per office; the rest is counted. */
const MOST_NAMED = 6

const headingOf = ({ is, kind }: Finding): string => `is.${is === 'possible' && kind === 'envelope' ? 'envelope' : is}`

/** An envelope is a rough area by itself: told to 100 m. */
const ENVELOPE_STEP_M = 100

const envelopeText = (say: Say, { is, distanceM = 0 }: Finding): string =>
  is === 'possible' ? say('line.envelope') : say('line.away', { distance: distanceText(distanceM, ENVELOPE_STEP_M) })

/** How far the line is, or why nothing is known. */
function measure(pen: Pen, finding: Finding): string {
  const { say, place, lang } = pen
  const { kind, distanceM, sigmaM, via, why, known } = finding
  if (why !== undefined) return why
  const through = via === undefined ? '' : say('line.via', { zone: place.world.catalogue.zones.get(via)?.name[lang] ?? via })
  if (known) return [say('line.known'), through].filter(Boolean).join(' · ')
  if (kind === 'envelope') return [envelopeText(say, finding), through].filter(Boolean).join(' · ')
  if (distanceM === undefined || sigmaM === undefined) return through
  // A point on the line is inside by less than a step; a parcel is crossed by it.
  if (distanceM === 0 && pen.answer.subject.kind === 'parcel') return [say(kind === 'axis' ? 'line.axis-across' : 'line.across', { sigma: sigmaText(sigmaM) }), through].filter(Boolean).join(' · ')
  const side = kind === 'axis' ? 'axis' : distanceM <= 0 ? 'inside' : 'outside'
  return [say(`line.${side}`, { distance: distanceText(distanceM, sigmaM), sigma: sigmaText(sigmaM) }), through].filter(Boolean).join(' · ')
}

function zoneLines(pen: Pen, findings: readonly Finding[], nameWidth: number): string[] {
  return findings.flatMap((finding) => {
    const name = pen.place.world.catalogue.zones.get(finding.zone)?.name[pen.lang] ?? finding.zone
    const text = measure(pen, finding)
    const beside = 2 + nameWidth + 2
    // `hanging` leaves the indent of the first line to what stands before it.
    const below = (lines: string) => hanging(lines, pen.width, beside, ' '.repeat(beside))
    const part = below(overlapText(finding, pen.say))
    if (columns(name) > nameWidth || text === '') return [...hanging(name, pen.width, 2), ...hanging(text, pen.width, beside), ...part]
    return [...hanging(text, pen.width, beside, `  ${padEnd(name, nameWidth)}`), ...part]
  })
}

/** Zones by standing, surest first; what is unpublished or not concerned is counted. */
export function standingLines(pen: Pen): string[] {
  const { answer, say, place, lang } = pen
  const shown = answer.findings.filter(({ is }) => SHOWN.includes(is))
  const widths = shown.map(({ zone }) => columns(place.world.catalogue.zones.get(zone)?.name[lang] ?? zone))
  const nameWidth = Math.min(Math.floor(pen.width * NAME_SHARE), Math.max(0, ...widths))
  const headings = SHOWN.flatMap((is) => [...new Set(shown.filter((finding) => finding.is === is).map(headingOf))])
  const groups = headings.flatMap((heading) => [say(heading), ...zoneLines(pen, shown.filter((finding) => headingOf(finding) === heading), nameWidth)])
  const counts = COUNTED.flatMap((is) => {
    const count = answer.findings.filter((finding) => finding.is === is).length
    return count === 0 ? [] : [say(`count.${is}`, { count })]
  })
  return [...groups, ...counts]
}

function openLine({ say, place, lang }: Pen, item: ToVerify): string {
  const { catalogue } = place.world
  const rules = item.rules.length
  switch (item.kind) {
    case 'fact':
      return say('verify.fact', { question: catalogue.facts.get(item.param)?.question[lang] ?? item.param, param: item.param, rules })
    case 'zone':
      return say('verify.zone', { zone: catalogue.zones.get(item.zone)?.name[lang] ?? item.zone, rules })
    case 'term':
      return say('verify.term', { rules })
    case 'document':
      return say('verify.document', { document: item.document, rules })
  }
}

const joined = (items: readonly string[], { lang, width }: Pen): string[] => hanging(items.join(lang === 'zh' ? '；' : '; '), width, 2)

/** Zones to verify with one office, those with most rules first. */
function officeLines(pen: Pen, office: string, items: readonly ToVerify[]): string[] {
  const { say, place, lang } = pen
  const name = place.world.catalogue.offices.get(office)?.name[lang]
  const lines = items.toSorted((a, b) => b.rules.length - a.rules.length).slice(0, MOST_NAMED).map((item) => openLine(pen, item))
  const more = items.length > MOST_NAMED ? [say('verify.more', { count: items.length })] : []
  const heading = name === undefined ? say('verify.ask-none') : say('verify.ask', { office: name })
  return [heading, ...joined([...lines, ...more], pen)]
}

/** Open questions: facts one by one, zones by office, terms, documents. */
export function verifyLines(pen: Pen): string[] {
  const { toVerify } = pen.answer
  const of = (wanted: ToVerify['kind']) => toVerify.filter(({ kind }) => kind === wanted)
  const bullets = (kind: ToVerify['kind']) => of(kind).flatMap((item) => hanging(openLine(pen, item), pen.width, 2, '·'))
  const zones = toVerify.flatMap((item) => (item.kind === 'zone' ? [item] : []))
  const offices = [...new Set(zones.map(({ office }) => office))]
  const documents = of('document').map((item) => openLine(pen, item))
  return [
    ...bullets('fact'),
    ...offices.flatMap((office) => officeLines(pen, office, zones.filter((item) => item.office === office))),
    ...bullets('term'),
    ...(documents.length === 0 ? [] : [pen.say('verify.documents'), ...joined(documents, pen)]),
  ]
}
