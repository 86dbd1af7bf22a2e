/** The answer as a text a person reads at a terminal. Words are in `words.json`. */
import { DISTRICT } from '../core/catalogue'
import type { EiaAnswer } from '../core/eia'
import type { Answer, FactValue, LonLat, Question } from '../core/model'
import type { Lang } from '../formats/say'
import { eiaLines } from './eia'
import { labelled, wrap } from './layout'
import { bearing, distanceText } from './measures'
import type { Asked } from './question'
import { parcelLines } from './report-parcel'
import { conflictLines, decidedLines, ruleLines } from './report-rules'
import { standingLines, verifyLines } from './report-zones'
import { sayIn, sentence, type Say } from './sentence'
import type { Place } from './world'

export interface ReportInput {
  answer: Answer & { eia?: EiaAnswer }
  question: Question
  place: Place
  lang: Lang
  /** Columns of the terminal. */
  width: number
  read?: NonNullable<Asked['read']>
  /** How a parcel was read, a sentence each. */
  told?: readonly string[]
}

/** What every part of the report writes with. `width`: columns beside the label. */
export interface Pen extends ReportInput {
  say: Say
}

/** A town seat is known to this, metres: `sigmaM` of the seats layer is of the same order. */
const SEAT_SIGMA_M = 500
const DEGREE_DIGITS = 6 // 0.1 m
const SUBJECT_LABELS = { point: 'place', zones: 'zones', parcel: 'parcel' } as const
const LABEL_WIDTH: Record<Lang, number> = { zh: 8, en: 12 }

function seatLine({ place, say, lang }: Pen, lonLat: LonLat): string[] {
  const away = place.seats.map((seat) => ({ seat, ...bearing(seat.lonLat, lonLat) })).sort((a, b) => a.distanceM - b.distanceM)
  const [near] = away
  if (near === undefined) return []
  const direction = say('direction').split(',')[near.sector] ?? ''
  return [say('seat', { seat: near.seat.name[lang], direction, distance: distanceText(near.distanceM, SEAT_SIGMA_M) })]
}

function readLines({ read, say, lang }: Pen): string[] {
  if (read === undefined) return []
  const others = read.alternatives.map(({ lonLat: [lon, lat], reading }) => say('alternative', { lon: lon.toFixed(DEGREE_DIGITS), lat: lat.toFixed(DEGREE_DIGITS), how: sentence(reading, lang) }))
  return [sentence(read.reading, lang), ...others]
}

function districtLines({ answer, say }: Pen): string[] {
  const district = answer.findings.find(({ zone }) => zone === DISTRICT)
  if (district?.is === 'outside') return [say('outside')]
  return district?.is === 'likely' || district?.is === 'possible' ? [say('outside-maybe')] : []
}

function placeLines(pen: Pen): string[] {
  const { answer, say, place, lang } = pen
  const { subject } = answer
  if (subject.kind === 'point') {
    const [lon, lat] = subject.lonLat.map((degrees) => degrees.toFixed(DEGREE_DIGITS))
    return [say('lonlat', { lon: lon ?? '', lat: lat ?? '' }), ...readLines(pen), ...seatLine(pen, subject.lonLat), ...districtLines(pen)]
  }
  if (subject.kind === 'parcel') return [...parcelLines(pen, subject.parcel), ...districtLines(pen)]
  const names = subject.zones.map((id) => place.world.catalogue.zones.get(id)?.name[lang] ?? id)
  return [names.length === 0 ? say('nothing') : names.join(say('comma')), say('zones-known')]
}

function projectLine({ question, place, say, lang }: Pen): string[] {
  const names = (question.project ?? []).map((id) => place.world.catalogue.activities.get(id)?.name[lang] ?? id)
  return names.length === 0 ? [] : [names.join(say('comma'))]
}

function factLine({ question, place, say, lang }: Pen): string[] {
  const { facts } = place.world.catalogue
  const shown = (id: string, value: FactValue): string => {
    const fact = facts.get(id)
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
    if (typeof value === 'number') return `${value} ${fact?.unit ?? ''}`.trim()
    return fact?.choices?.find((choice) => choice.id === value)?.name[lang] ?? value
  }
  const told = Object.entries(question.facts ?? {}).map(([id, value]) => say('fact', { name: facts.get(id)?.name[lang] ?? id, value: shown(id, value) }))
  return told.length === 0 ? [] : [told.join(say('comma'))]
}

function verdictLines({ answer: { verdict }, say }: Pen): string[] {
  if (verdict === null) return []
  const parts = (['certain', 'possible'] as const).map((part) => `${say(`verdict.${part}`)} ${say(`verdict.${verdict[part]}`)}`)
  const settled = verdict.certain === verdict.possible
  return [`${say('verdict.asDrawn')} ${say(`verdict.${verdict.asDrawn}`)}`, parts.join(' · '), say(settled ? 'verdict.settled' : 'verdict.open')]
}

function noteLines({ answer: { subject, release }, say }: Pen): string[] {
  return [...(subject.kind === 'zones' ? [] : [say('note.sketch')]), say('note.release', { ...release })]
}

/** The whole text, ending with a line end. Empty parts are left out. */
export function report(input: ReportInput): string {
  const labelWidth = LABEL_WIDTH[input.lang]
  const pen: Pen = { ...input, width: input.width - labelWidth, say: sayIn(input.lang) }
  // Indented lines come wrapped.
  const fit = (line: string) => (line.startsWith(' ') ? [line] : wrap(line, pen.width))
  const part = (label: string, lines: readonly string[]) => (lines.length === 0 ? [] : [labelled(pen.say(`label.${label}`), lines.flatMap(fit), labelWidth)])
  const head = [
    ...part(SUBJECT_LABELS[pen.answer.subject.kind], placeLines(pen)),
    ...part('date', [pen.answer.on]),
    ...part('project', projectLine(pen)),
    ...part('facts', factLine(pen)),
  ].join('\n')
  const blocks = [
    ...part('verdict', verdictLines(pen)),
    ...part('decided', decidedLines(pen)),
    ...part('eia', eiaLines(pen)),
    ...part('conflicts', conflictLines(pen)),
    ...part('here', standingLines(pen)),
    ...part('rules', ruleLines(pen)),
    ...part('verify', verifyLines(pen)),
    ...part('note', noteLines(pen)),
  ]
  return `${[head, ...blocks].join('\n\n')}\n`
}
