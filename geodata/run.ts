/** `npm run geodata`: builds the layers. `npm run geodata -- import …`: takes in an official outline first. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../src/core/seed-types'
import { layerFeatures, readInputs, writeLayers } from './build'
import { importOfficial, importOptions, type ImportWorld } from './import'

const folder = import.meta.dirname

function worldOf(): ImportWorld {
  const inputs = readInputs(folder)
  const zones: { id: string; name: Text }[] = JSON.parse(readFileSync(join(folder, '../seeds/zones.json'), 'utf8'))
  const [district] = layerFeatures('district', inputs)
  if (district === undefined) throw new Error('Expected a feature in the district layer, found none.')
  return {
    layered: new Set(inputs.layers.flatMap((layer) => layer.zones)),
    names: new Map(zones.map(({ id, name }) => [id, name])),
    district,
    published: inputs.shapes.published,
  }
}

/** True when the outline was taken in. */
function takeIn(words: string[]): boolean {
  const { file, options } = importOptions(words)
  if (!existsSync(file)) {
    console.error(`Expected a GeoJSON file after "import", found "${file}". Give its path.`)
    return false
  }
  const result = importOfficial(readFileSync(file, 'utf8'), options, worldOf())
  if (!result.ok) {
    console.error(result.why)
    return false
  }
  mkdirSync(join(folder, 'official'), { recursive: true })
  writeFileSync(join(folder, 'official', `${options.zone}.geojson`), result.text)
  console.log(result.said)
  return true
}

function build(): void {
  for (const [file, bytes] of writeLayers(folder)) console.log(`${file.padEnd(28)} ${bytes} bytes`)
}

const [command, ...words] = process.argv.slice(2)
if (command === undefined || (command === 'import' && takeIn(words))) build()
else {
  if (command !== 'import') console.error(`Expected nothing or "import <file> --zone … --certainty A --sigma … --source …", found "${command}".`)
  process.exitCode = 2
}
