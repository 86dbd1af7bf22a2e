/** The map as a picture: what the canvas shows, and the marker, which is an element of its own. */
import type { MapLibreMap } from 'maplibre-gl'
import type { LonLat } from '../core/model'
import { markerPath, markerSize } from './marks'

/** A page in the background draws nothing, and one without a graphics card takes its time after a change of appearance, ms. */
const PATIENCE_MS = 20_000

/** The colour a style sheet gives a part of the marker. */
const colourOf = (marker: Element, part: string): string => {
  const found = marker.querySelector(part)
  return found === null ? '' : getComputedStyle(found).fill
}

function drawMarker(context: CanvasRenderingContext2D, marker: HTMLElement, { x, y }: { x: number; y: number }, ratio: number): void {
  const sign = new Path2D(markerPath.body)
  const { eye, tip } = markerPath
  context.setTransform(ratio, 0, 0, ratio, (x - markerSize / 2) * ratio, (y - tip) * ratio)
  context.fillStyle = colourOf(marker, '.map-marker-body')
  context.save()
  context.clip(sign)
  context.fillRect(0, 0, markerSize, markerSize)
  context.restore()
  context.strokeStyle = colourOf(marker, '.map-marker-eye')
  context.lineWidth = 2
  context.stroke(sign)
  context.fillStyle = context.strokeStyle
  context.beginPath()
  context.arc(eye.x, eye.y, eye.r, 0, 2 * Math.PI)
  context.fill()
}

/** Copies the canvas within its frame: later it is empty. */
function copied(map: MapLibreMap, marked: LonLat | null, marker: HTMLElement): string | null {
  const canvas = map.getCanvas()
  const copy = document.createElement('canvas')
  ;[copy.width, copy.height] = [canvas.width, canvas.height]
  const context = copy.getContext('2d')
  if (context === null) return null
  context.drawImage(canvas, 0, 0)
  if (marked !== null) drawMarker(context, marker, map.project([marked[0], marked[1]]), canvas.width / canvas.clientWidth)
  return copy.toDataURL('image/png')
}

/** PNG data URL of the map when everything in view is drawn; null where that does not come to pass. */
export function pictureOf(map: MapLibreMap, marked: LonLat | null, marker: HTMLElement): Promise<string | null> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(null), PATIENCE_MS)
    const take = () => {
      map.once('render', () => {
        clearTimeout(patience)
        resolve(copied(map, marked, marker))
      })
      map.triggerRepaint()
    }
    if (map.loaded() && !map.isMoving()) take()
    else map.once('idle', take)
  })
}
