/** Keeps the page for the time without a network (`sw.js`, written by the build), and tells of a new version. */

export type Offline =
  /** This browser, or this address, cannot keep pages. */
  | { status: 'none' }
  | { status: 'keeping' }
  /** `bytes`: what the browser says it holds of this site; undefined where it does not say. */
  | { status: 'kept'; bytes: number | undefined }
  | { status: 'failed'; why: string }

export interface OfflineEvents {
  offline(state: Offline): void
  /** A new version waits; `take` turns to it and loads the page again. */
  update(take: () => void): void
}

async function heldBytes(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).usage
  } catch {
    return undefined // the browser keeps the figure to itself
  }
}

async function tellKept(events: OfflineEvents): Promise<void> {
  events.offline({ status: 'kept', bytes: await heldBytes() })
}

/** The page is loaded again by the worker that takes over, not before: it must come from one version. */
function tellUpdate(waiting: ServiceWorker, events: OfflineEvents): void {
  events.update(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage({ type: 'SKIP_WAITING' }, [])
  })
}

function watch(worker: ServiceWorker, events: OfflineEvents): void {
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') void tellKept(events)
    if (worker.state === 'redundant') events.offline({ status: 'failed', why: 'redundant' })
    if (worker.state === 'installed' && navigator.serviceWorker.controller !== null) tellUpdate(worker, events)
  })
}

/** Registers the worker beside the page, whatever folder that is in. */
export async function keepOffline(events: OfflineEvents): Promise<void> {
  if (!('serviceWorker' in navigator)) return events.offline({ status: 'none' })
  try {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI))
    const { installing, waiting, active } = registration
    if (active !== null) await tellKept(events)
    if (installing !== null) {
      events.offline({ status: 'keeping' })
      watch(installing, events)
    }
    if (waiting !== null && active !== null) tellUpdate(waiting, events)
    registration.addEventListener('updatefound', () => registration.installing !== null && watch(registration.installing, events))
  } catch (error) {
    // Storage may be blocked or full: the page works on, and says that it is not kept.
    events.offline({ status: 'failed', why: error instanceof Error ? error.message : String(error) })
  }
}
