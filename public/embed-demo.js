/** How a page talks with the map in its frame: about all there is to it. Nothing is built; copy what you need. */

const frame = document.querySelector('#map')
const dark = document.querySelector('#dark')
const log = document.querySelector('#log')

/** The frame hears this page alone, because its address names the origin of this page. */
const address = () => new URL(`./index.html?embed&origin=${encodeURIComponent(location.origin)}#v=1&lang=zh&theme=${dark.checked ? 'dark' : 'light'}`, location.href)

const messages = {
  ridge: { do: 'ask', subject: { kind: 'point', lonLat: [106.331, 29.785] } },
  plating: { do: 'ask', subject: { kind: 'point', lonLat: [106.22476, 29.59491] }, project: ['electroplating'], facts: { isNew: true } },
  parcel: {
    do: 'ask',
    subject: {
      kind: 'parcel',
      parcel: { name: '示例地块', geometry: { type: 'Polygon', coordinates: [[[106.325, 29.78], [106.335, 29.78], [106.335, 29.79], [106.325, 29.79], [106.325, 29.78]]] } },
    },
    project: ['residential'],
    on: '2026-01-01',
  },
  zone: { do: 'select', zone: 'ecological-redline' },
  valley: { do: 'view', center: [106.29271, 29.83537], zoom: 13 },
  wrong: { do: 'ask', subject: { kind: 'point', lonLat: [29.785, 106.331] } },
}

const words = { prohibited: '禁止', restricted: '限制', conditional: '有条件', 'no-specific-rule': '无专门规定' }

/** Silence is never "no": zones without a published outline are told too. */
function tellAnswer({ extract, sha256 }) {
  const named = (...standings) => extract.findings.filter(({ is }) => standings.includes(is)).map(({ zone }) => extract.names[zone].zh)
  const verdict = extract.verdict === null ? '没有问项目' : `按图示：${words[extract.verdict.asDrawn]}，最严可能：${words[extract.verdict.possible]}`
  return [verdict, `涉及：${named('inside', 'likely').join('、') || '无'}`, `邻近，待核：${named('possible').join('、') || '无'}`, `范围未公开：${named('unmapped').length} 个分区`, `规定 ${extract.rules.length} 条`, `SHA-256 ${sha256 ?? '（本页不是 https，没有编号）'}`]
}

const tell = {
  ready: ({ release }) => [`可以提问了。规定版本 ${release.rules}，图层版本 ${release.data}`],
  answer: tellAnswer,
  selected: ({ zone }) => [zone === null ? '没有突出的分区' : `突出的分区：${zone}`],
  error: ({ message, code }) => [`${message.zh}（${code}）`],
}

function write(from, message, lines) {
  const item = document.createElement('li')
  item.dataset.do = message.do
  const text = JSON.stringify(message, null, 1)
  const [head, body, details, summary, code] = ['b', 'p', 'details', 'summary', 'pre'].map((tag) => document.createElement(tag))
  head.textContent = `${from} ${message.do}${message.id === undefined ? '' : ` · ${message.id}`}`
  body.textContent = lines.join('；')
  summary.textContent = `JSON，${text.length} 个字符`
  code.textContent = text.length > 4000 ? `${text.slice(0, 4000)}\n…` : text
  details.append(summary, code)
  item.append(head, body, details)
  log.prepend(item)
}

let count = 0

for (const button of document.querySelectorAll('[data-message]'))
  button.addEventListener('click', () => {
    const message = { oneMap: 1, id: `demo-${++count}`, ...messages[button.dataset.message] }
    write('→', message, [button.textContent])
    frame.contentWindow.postMessage(message, address().origin)
  })

addEventListener('message', ({ source, origin, data }) => {
  // From the frame, and the frame still shows what we put there: everything else is the talk of others.
  if (source !== frame.contentWindow || origin !== address().origin || data?.oneMap !== 1) return
  write('←', data, tell[data.do]?.(data) ?? [])
})

dark.checked = matchMedia('(prefers-color-scheme: dark)').matches
dark.addEventListener('change', () => void (frame.src = address()))
frame.src = address()
