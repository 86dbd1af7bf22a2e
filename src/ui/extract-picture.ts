/** The map as a picture for paper: in the light appearance, whatever that of the page, and without what lies behind the cards. */
import type { LonLat } from '../core/model'
import type { View } from '../state/url'
import type { Page } from './page'
import { metresPerPx } from './print-scale'

export interface MapPicture {
  /** PNG as a data URL. */
  url: string
  /** What the picture has in its middle. */
  view: View
  /** Its size on the page, CSS px. */
  widthPx: number
  heightPx: number
}

/** CSS px from the upper left corner of the page. */
export interface Frame {
  left: number
  top: number
  right: number
  bottom: number
}

/** Less than this of the map in sight makes no picture, CSS px: then it is taken whole. */
const LEAST_PX = 240

const METRES_PER_DEGREE = 111_320

/** What the cards leave of the map: between them on a wide page, above the sheet on a phone. `below`: what a wide panel covers, CSS px. */
function frameInSight(below: number): Frame {
  const { clientWidth, clientHeight } = document.documentElement
  const whole: Frame = { left: 0, top: 0, right: clientWidth, bottom: clientHeight }
  const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
  const [side, sheet, search] = [box('.side'), box('#answer'), box('.search')]
  if (sheet === undefined) return whole
  const isWide = sheet.left > clientWidth / 2
  const seen: Frame = isWide ? { ...whole, left: side?.right ?? 0, right: sheet.left, bottom: clientHeight - below } : { ...whole, top: search?.bottom ?? 0, bottom: sheet.top }
  return seen.right - seen.left < LEAST_PX || seen.bottom - seen.top < LEAST_PX ? whole : seen
}

/** The place in the middle of a frame of a page of this size. */
export function middleOf({ left, top, right, bottom }: Frame, { center: [lon, lat], zoom }: View, page: { width: number; height: number }): LonLat {
  const degrees = metresPerPx({ center: [lon, lat], zoom }) / METRES_PER_DEGREE
  const [east, south] = [(left + right - page.width) / 2, (top + bottom - page.height) / 2]
  return [lon + (east * degrees) / Math.cos((lat * Math.PI) / 180), lat - south * degrees]
}

async function cut(url: string, { left, top, right, bottom }: Frame, pageWidth: number): Promise<string> {
  const image = new Image()
  image.src = url
  await image.decode()
  const ratio = image.naturalWidth / pageWidth
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [Math.round((right - left) * ratio), Math.round((bottom - top) * ratio)]
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('expected a canvas to cut the map out, found none')
  context.drawImage(image, -left * ratio, -top * ratio)
  return canvas.toDataURL('image/png')
}

/** Null where there is no map to take a picture of. */
export async function mapPicture({ app, takePicture }: Page): Promise<MapPicture | null> {
  if (takePicture === undefined) return null
  const theme = app.theme.peek()
  try {
    app.theme.value = 'light'
    const url = await takePicture()
    if (url === null) return null
    const [frame, view] = [frameInSight(app.covered.peek().bottom), app.view.peek()]
    const { clientWidth: width, clientHeight: height } = document.documentElement
    const center = middleOf(frame, view, { width, height })
    return { url: await cut(url, frame, width), view: { ...view, center }, widthPx: frame.right - frame.left, heightPx: frame.bottom - frame.top }
  } finally {
    app.theme.value = theme
  }
}

/** The bytes of a `data:…;base64,…` URL. */
export function bytesOf(dataUrl: string): Uint8Array {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1))
  return Uint8Array.from(text, (sign) => sign.codePointAt(0) ?? 0)
}
