/** The frame's ear and mouth: only the page around it, only from an origin that its address names, and never to all the world. */
import type { App } from '../state/app'
import { createDesk, type DeskOptions } from './desk'
import { listeners, type Embedding } from './origins'

/** Without an origin named, or not in a frame, nothing is heard and nothing said. Returns how to stop it. */
export function talkToParent(app: App, frame: Window, embedding: Embedding, options: Omit<DeskOptions, 'post'>): () => void {
  const { parent, location } = frame
  // Firefox does not tell what is around a frame.
  const ancestors: DOMStringList | undefined = location.ancestorOrigins
  const targets = listeners(embedding, ancestors?.[0])
  if (parent === frame || targets.length === 0) return () => {}
  const desk = createDesk(app, { ...options, post: (message) => targets.forEach((origin) => parent.postMessage(message, origin)) })
  const hear = ({ source, origin, data }: MessageEvent) => {
    if (source === parent && targets.includes(origin)) desk.hear(data)
  }
  frame.addEventListener('message', hear)
  return () => {
    frame.removeEventListener('message', hear)
    desk.stop()
  }
}
