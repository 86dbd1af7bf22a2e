import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge', 'chromium.exe', 'chrome.exe']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Software rendering, so that a machine without a graphics card draws the same map. */
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync)
}

/** True where Chinese text can be drawn; an answer of boxes would still pass a test by role and name. */
function drawsChinese(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return process.platform !== 'linux'
  }
}

function installOnDebian(): void {
  const mayInstall = process.platform === 'linux' && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args]
    execFileSync(command, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
}

/**
 * Path of a Chromium or Chrome: `CHROMIUM_PATH`, one on the PATH, or on Debian one installed now.
 * @throws Error that says what to install elsewhere.
 */
export function findChromium(): string {
  const find = () => process.env['CHROMIUM_PATH'] ?? onPath() ?? places.find(existsSync)
  if (find() === undefined || !drawsChinese()) installOnDebian()
  const found = find()
  if (found === undefined)
    throw new Error(
      'Expected a Chromium or Chrome for the journeys, found none. Install one (with a Chinese font such as Noto Sans CJK) and put it on the PATH, or set CHROMIUM_PATH to its executable.',
    )
  return found
}

/** A headless browser that draws WebGL in software. */
export function launch(extra: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...flags, ...extra] })
}

/** A headless browser without WebGL: the simple map is there at once, for journeys that are about something else. */
export const launchPlain = (): Promise<Browser> => launch(['--disable-3d-apis', '--disable-gpu'])
