/** The same document to the byte: no time of day in it. */
const CORE = 'docProps/core.xml'

/** ISO date → midnight, as the core properties write it. */
const stamped = (xml: string, on: string): string => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${on}T00:00:00Z`)

/** `on`: ISO day that stands for every time in the file. */
export async function settled(docx: ArrayBuffer, on: string): Promise<Uint8Array<ArrayBuffer>> {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate')
  const files = unzipSync(new Uint8Array(docx))
  const [year = 2000, month = 1, day = 1] = on.split('-').map(Number)
  // A zip holds local time, from 1980 on: local midnight is the same bytes in every time zone.
  const mtime = new Date(Math.max(year, 1980), month - 1, day)
  const core = files[CORE]
  return zipSync(core ? { ...files, [CORE]: strToU8(stamped(strFromU8(core), on)) } : files, { mtime, level: 6 })
}
