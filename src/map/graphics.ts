/** What draws WebGL 2 on this machine; software does so more slowly than the simple map is drawn. */
export type Graphics = 'card' | 'software' | 'none'

/** Names of what draws without a graphics card. */
const software = /swiftshader|llvmpipe|softpipe|basic render|software/i

/** A browser may deny the page what it grants a worker. Quick once a worker has asked. */
const drawsOnThePage = (): boolean => document.createElement('canvas').getContext('webgl2') !== null

export function graphicsHere(): Promise<Graphics> {
  return new Promise((resolve) => {
    const unnamed = () => resolve(drawsOnThePage() ? 'card' : 'none')
    if (typeof OffscreenCanvas === 'undefined') return unnamed()
    const worker = new Worker(new URL('./graphics-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('error', unnamed)
    worker.addEventListener('message', ({ data: name }: MessageEvent<string | null>) => {
      worker.terminate()
      if (name === null || !drawsOnThePage()) resolve('none')
      else resolve(software.test(name) ? 'software' : 'card')
    })
  })
}
