/** The report 生态环境分区管控符合性分析 as a Word document: chapters and table as Chinese EIA reports have them, what only the author knows left to fill in. */
import type { ISectionOptions } from 'docx'
import { mapChapter, sourcesChapter, verdictChapter } from './docx-ends'
import { footer, PAGE, paragraph, runningHead, styles, type Block, type Docx, type Kit } from './docx-kit'
import { positionChapter, projectChapter } from './docx-place'
import { rulesChapter } from './docx-rules'
import { settled } from './docx-settle'
import type { Extract } from './extract'
import { sayIn, type Lang } from './words'

export interface DocxOptions {
  /** SHA-256 of the extract. */
  hash: string
  /** Address that asks the same question again. */
  link: string
  mapPng?: Uint8Array
  /** Pixels of the picture; read from the picture when absent. */
  mapSize?: { width: number; height: number }
  /** Who drew the map. */
  attribution: string
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHOWN_OF_HASH = 12

function nameOf({ say, extract }: Kit): string {
  const { subject } = extract.question
  if (subject.kind === 'parcel') return subject.parcel.name || say('place.parcel')
  return subject.kind === 'point' ? say('place.lonlat', { lon: subject.lonLat[0], lat: subject.lonLat[1] }) : say('place.zones')
}

function section(kit: Kit, hash: string, children: readonly Block[], isAcross = false): ISectionOptions {
  const { d, extract } = kit
  const { PORTRAIT, LANDSCAPE } = d.PageOrientation
  const { margin } = PAGE
  return {
    properties: {
      page: {
        // The package turns width and height itself where the page lies across.
        size: { width: PAGE.width, height: PAGE.height, orientation: isAcross ? LANDSCAPE : PORTRAIT },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    headers: { default: new d.Header({ children: [runningHead(kit, nameOf(kit))] }) },
    footers: { default: new d.Footer({ children: [footer(kit, { hash: hash.slice(0, SHOWN_OF_HASH), ...extract.release })] }) },
    children: [...children],
  }
}

function titleBlocks(kit: Kit): Block[] {
  const { d, say, extract } = kit
  return [
    new d.Paragraph({ text: say('docx.title'), heading: d.HeadingLevel.TITLE }),
    paragraph(kit, say('docx.subtitle', { name: nameOf(kit), on: extract.question.on }), { alignment: 'center' }),
    paragraph(kit, say('docx.draft'), { small: true }),
  ]
}

/** The same extract and options give the same bytes. */
export async function extractDocx(extract: Extract, lang: Lang, options: DocxOptions): Promise<Blob> {
  const d: Docx = await import('docx')
  const kit: Kit = { d, say: sayIn(lang), lang, extract }
  const file = new d.Document({
    title: kit.say('docx.title'),
    creator: '',
    lastModifiedBy: '',
    styles,
    sections: [
      section(kit, options.hash, [...titleBlocks(kit), ...projectChapter(kit), ...positionChapter(kit)]),
      section(kit, options.hash, rulesChapter(kit), true),
      section(kit, options.hash, [...verdictChapter(kit), ...mapChapter(kit, options), ...sourcesChapter(kit, options)]),
    ],
  })
  const bytes = await settled(await d.Packer.toArrayBuffer(file), extract.question.on)
  return new Blob([bytes], { type: TYPE })
}
