import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { pathOf, qrOf, type Qr } from '../../src/ui/extract-qr'

const PX = 4

/** Paints the runs of the path, as a browser would, black on white. */
function painted({ size, path }: Qr): { pixels: Uint8ClampedArray; side: number } {
  const side = size * PX
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let py = Number(y) * PX; py < (Number(y) + 1) * PX; py += 1)
      for (let px = Number(x) * PX; px < (Number(x) + Number(length)) * PX; px += 1) pixels.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3)
  }
  return { pixels, side }
}

function read(qr: Qr | null): string | undefined {
  if (qr === null) return undefined
  const { pixels, side } = painted(qr)
  return jsQR(pixels, side, side)?.data
}

describe('the QR code', () => {
  it.each([
    'https://example.org/map/#v=1&p=106.33100,29.78500&on=2026-11-27',
    `https://example.org/#v=1&s=0,P::${'gg5925Tgo2iwxFg2x7CA'.repeat(30)}:%E5%9C%B0%E5%9D%97&on=2026-11-27`,
    'https://example.org/地块',
  ])('is read back: %.60s', async (link) => {
    expect(read(await qrOf(link))).toBe(link)
  })

  it('keeps four modules of white on each side', async () => {
    const { size, path } = (await qrOf('a')) as Qr
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [Number(x), Number(y), Number(x) + Number(length)])
    expect(size).toBe(21 + 8)
    expect(starts.every(([x = 0, y = 0, end = 0]) => x >= 4 && y >= 4 && end <= size - 4)).toBe(true)
  })

  it('is none where the text is too long to be read off paper', async () => {
    expect(await qrOf('x'.repeat(1273))).not.toBeNull()
    expect(await qrOf('x'.repeat(1274))).toBeNull()
  })
})

describe('pathOf', () => {
  it('joins neighbours of a row', () => {
    expect(pathOf([[true, true, false, true], [], [false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h1v1h-1z')
  })
})
