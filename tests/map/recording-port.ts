/** The do-nothing twin of the map: it shows nothing and remembers what it was told. */
import type { MapPort, PortEvents } from '../../src/map/map-port'

export type Call = [name: keyof MapPort, ...args: unknown[]]

export interface Recording {
  port: MapPort
  calls: Call[]
  /** What the map would tell the view. */
  events: PortEvents
  /** The calls since the last time asked. */
  since(): Call[]
}

export function recordingPort(events: PortEvents): Recording {
  const calls: Call[] = []
  let told = 0
  const note = (name: keyof MapPort) => (...args: unknown[]) => void calls.push([name, ...args])
  const port: MapPort = {
    change: note('change'),
    focus: note('focus'),
    mark: note('mark'),
    speak: note('speak'),
    cover: note('cover'),
    fly: note('fly'),
    looksAt: () => ({ center: [106.2, 29.6], zoom: 10 }),
    reveal: note('reveal'),
    revealBox: note('revealBox'),
    show: note('show'),
    sketch: note('sketch'),
    finish: note('finish'),
    picture: () => {
      calls.push(['picture'])
      return Promise.resolve('data:image/png;base64,')
    },
    deck: note('deck'),
    tilt: note('tilt'),
    ground: note('ground'),
    destroy: note('destroy'),
  }
  const since = () => {
    const fresh = calls.slice(told)
    told = calls.length
    return fresh
  }
  return { port, calls, events, since }
}
