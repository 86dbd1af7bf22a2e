import { describe, expect, it } from 'vitest'
import { bytesOf, middleOf } from '../../src/ui/extract-picture'

const view = { center: [106.2, 29.6] as const, zoom: 12 }
const page = { width: 1440, height: 900 }

describe('the picture of the map', () => {
  it('has in its middle what the page has, where nothing is cut off', () => {
    expect(middleOf({ left: 0, top: 0, right: 1440, bottom: 900 }, view, page)).toEqual([106.2, 29.6])
  })

  it('lies further west where more is cut off in the east, and north where the south is', () => {
    const [lon, lat] = middleOf({ left: 0, top: 0, right: 1000, bottom: 500 }, view, page)
    expect(lon).toBeCloseTo(106.2 - (220 * 360) / 512 / 4096, 4)
    expect(lat).toBeCloseTo(29.6 + ((200 * 360) / 512 / 4096) * Math.cos((29.6 * Math.PI) / 180), 4)
  })

  it('is read out of its data URL', () => {
    expect([...bytesOf('data:image/png;base64,iVBORw==')]).toEqual([0x89, 0x50, 0x4e, 0x47])
  })
})
