import { beforeAll, describe, expect, it } from 'vitest'
import { loadOverlay, remembering } from '../../src/data/load-overlay'
import type { ZoneOverlay } from '../../src/core/survey'
import { createApp, type App } from '../../src/state/app'
import { keptParcel } from '../../src/state/parcel'
import { pieceShape, restsOn, ringShape, shownParcels } from '../../src/state/parcel-shapes'
import { addParcels, askParcel, clearParcels, endSketch, removeParcel, replaceParcel, startSketch } from '../../src/state/parcel-verbs'
import { usualLink } from '../../src/state/start'
import { decode, encode } from '../../src/state/url'
import { applyLink, askAt, clearPoint, setKnown, toggleSelected } from '../../src/state/verbs'
import { layers, loadedWorld } from '../ui/fixture'
import { square } from './parcels'

const usual = usualLink({ view: { center: [106.5, 29.5], zoom: 9 }, layers, now: new Date(2026, 10, 24), lang: 'zh', theme: 'light' })
const [red, north, crossed] = [square([106.5, 29.45]), square([106.2, 29.8]), { name: '', geometry: { type: 'Polygon' as const, coordinates: [[[106.5, 29.5], [106.6, 29.6], [106.6, 29.5], [106.5, 29.6], [106.5, 29.5]]] } }]

let overlay: ZoneOverlay
beforeAll(async () => void (overlay = await loadOverlay(loadedWorld())))

const empty = (): App => {
  const app = createApp(usual)
  app.data.value = { status: 'ready', ...loadedWorld() }
  return app
}
const ready = (): App => {
  const app = empty()
  app.overlay.value = { status: 'ready', value: overlay }
  return app
}
const standing = (app: App, zone: string) => app.answer.value?.findings.find((finding) => finding.zone === zone)?.is

describe('parcels of the page', () => {
  it('want the overlay when the first comes, and are answered once it is there', () => {
    const app = empty()
    expect(app.overlay.value.status).toBe('idle')
    addParcels(app, [red, north])
    expect([app.overlay.value.status, app.active.value, app.answer.value, app.subject.value]).toEqual(['wanted', 0, null, { kind: 'parcel', parcel: keptParcel(red) }])
    app.overlay.value = { status: 'ready', value: overlay }
    expect([standing(app, 'redline'), app.answer.value?.measures?.areaM2 !== undefined]).toEqual(['inside', true])
    askParcel(app, 1)
    expect([standing(app, 'redline'), standing(app, 'north')]).toEqual(['outside', 'inside'])
  })

  it('give way to a place that is asked about, and stay', () => {
    const app = ready()
    addParcels(app, [red])
    askAt(app, [106.2, 29.8])
    expect([app.active.value, app.parcels.value.length, app.subject.value?.kind]).toEqual([null, 1, 'point'])
    askParcel(app, 0)
    expect([app.point.value, app.subject.value?.kind]).toEqual([null, 'parcel'])
    clearPoint(app)
    expect([app.subject.value, app.parcels.value.length]).toEqual([null, 1])
  })

  it('take what was verified with them', () => {
    const app = ready()
    addParcels(app, [red, north])
    setKnown(app, 'redline', 'outside')
    askParcel(app, 0)
    replaceParcel(app, 0, { ...red, name: 'renamed' })
    expect(app.known.value).toEqual({ redline: 'outside' })
    replaceParcel(app, 0, north)
    expect(app.known.value).toEqual({})
    setKnown(app, 'redline', 'outside')
    askParcel(app, 1)
    expect(app.known.value).toEqual({})
  })

  it('leave one after the other; the next is asked about', () => {
    const app = ready()
    addParcels(app, [red, north, red])
    askParcel(app, 1)
    removeParcel(app, 0)
    expect([app.active.value, app.parcels.value.length]).toEqual([0, 2])
    removeParcel(app, 0)
    removeParcel(app, 0)
    expect([app.active.value, app.parcels.value, app.subject.value]).toEqual([null, [], null])
    addParcels(app, [red, north])
    clearParcels(app)
    expect([app.active.value, app.parcels.value.length]).toEqual([null, 0])
    expect(() => askParcel(app, 0)).toThrow('expected the index of one of 0 parcels, found 0')
  })

  it('that cannot be measured are refused in words', () => {
    const app = ready()
    addParcels(app, [crossed])
    expect([app.answer.value, app.refusal.value]).toEqual([null, expect.stringContaining('does not cross itself')])
    askParcel(app, null)
    expect(app.refusal.value).toBeNull()
  })

  it('are kept to 8 decimals, a corridor only along a line', () => {
    const line = { name: 'n', geometry: { type: 'LineString' as const, coordinates: [[106.123456789, 29.5, 300], [106.2, 29.6]] }, corridorM: 20 }
    expect(keptParcel(line)).toEqual({ name: 'n', corridorM: 20, geometry: { type: 'LineString', coordinates: [[106.12345679, 29.5], [106.2, 29.6]] } })
    expect([keptParcel({ ...line, corridorM: 0 }).corridorM, keptParcel({ ...line, corridorM: 1e6 }).corridorM, keptParcel({ ...red, corridorM: 5 }).corridorM]).toEqual([undefined, undefined, undefined])
  })
})

describe('drawing by hand', () => {
  it('adds what was drawn and asks about it', () => {
    const app = ready()
    startSketch(app, 'polygon', { name: '地块 1' })
    expect(app.sketch.value).toBe('polygon')
    endSketch(app, red.geometry)
    expect([app.sketch.value, app.parcels.value, app.active.value]).toEqual([null, [keptParcel({ ...red, name: '地块 1' })], 0])
  })

  it('edits the parcel asked about', () => {
    const app = ready()
    addParcels(app, [red, { ...north, name: 'second' }])
    askParcel(app, 1)
    startSketch(app, 'edit')
    endSketch(app, red.geometry)
    expect([app.parcels.value[1]?.name, app.parcels.value[1]?.geometry, app.parcels.value.length]).toEqual(['second', keptParcel(red).geometry, 2])
  })

  it('leaves everything when it was cancelled, and says why it could not begin', () => {
    const app = ready()
    startSketch(app, 'line')
    endSketch(app, null, 'no tools')
    expect([app.sketch.value, app.parcels.value, app.sketchFailed.value]).toEqual([null, [], 'no tools'])
    startSketch(app, 'line')
    expect(app.sketchFailed.value).toBeNull()
  })
})

describe('what the map shows of parcels', () => {
  it('is the part in the highlighted zone, through the zone it rests on', () => {
    const app = ready()
    addParcels(app, [square([106.595, 29.45])])
    expect(pieceShape(app)).toBeNull()
    toggleSelected(app, 'redline')
    const piece = pieceShape(app)
    expect(JSON.stringify(piece)).toContain('106.6')
    toggleSelected(app, 'space')
    expect(pieceShape(app)).toEqual(piece)
    toggleSelected(app, 'space')
    expect([app.piece.value, pieceShape(app)]).toEqual([null, null])
    expect(restsOn('space', [{ zone: 'space', is: 'inside', via: 'redline' }], loadedWorld().world.catalogue.zones)).toBe('redline')
  })

  it('is a ring around the parcel asked about', () => {
    const app = ready()
    addParcels(app, [red])
    app.ring.value = 500
    expect(ringShape(app)?.type).toBe('MultiPolygon')
    expect(shownParcels(app).value).toMatchObject({ active: 0, shown: [red], piece: null })
    askAt(app, [106.2, 29.8])
    expect(ringShape(app)).toBeNull()
    addParcels(app, [crossed])
    expect(ringShape(app)).toBeNull()
  })
})

describe('parcels in a link', () => {
  it('open the same question', () => {
    const app = ready()
    addParcels(app, [red, { ...north, name: '地块, 2: 北' }])
    toggleSelected(app, 'north')
    const again = createApp(decode(encode(app.link.value, usual), usual))
    expect([again.parcels.value, again.active.value, again.piece.value, again.overlay.value.status]).toEqual([app.parcels.value, 0, 'north', 'wanted'])
    const other = empty()
    applyLink(other, app.link.value)
    expect([other.subject.value, other.overlay.value.status]).toEqual([app.subject.value, 'wanted'])
  })

  it('say that one was too long for them', () => {
    const app = ready()
    addParcels(app, [{ name: '', geometry: { type: 'LineString', coordinates: Array.from({ length: 900 }, (_, i) => [106 + i / 997, 29.5 + (i % 7) / 991]) } }])
    expect([app.room.value, encode(app.link.value, usual)]).toEqual(['none', '#v=1&s=big'])
    const again = createApp(decode('#v=1&s=big', usual))
    expect([again.parcelLost.value, again.subject.value, encode(again.link.value, usual)]).toEqual([true, null, '#v=1&s=big'])
    addParcels(again, [red])
    expect([again.parcelLost.value, again.room.value]).toEqual([false, 'all'])
  })
})

describe('the overlay', () => {
  it('measures a parcel once', () => {
    let count = 0
    const counting = remembering({ ...overlay, survey: (parcel) => (count++, overlay.survey(parcel)) })
    expect(counting.survey(red)).toBe(counting.survey(red))
    expect(count).toBe(1)
  })
})
