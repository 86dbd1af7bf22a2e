/** What is in the way of any hand or any eye, in a page or a frame into which `axe.source` was put. */
import type axe from 'axe-core'
import type { Frame } from 'playwright-core'

type Place = Pick<Frame, 'evaluate'>

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong in a part of the page, one line each: rule and element. */
export async function faults(page: Place, part: string): Promise<string[]> {
  // As text: what the test runner makes of an import means nothing in the page.
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(part)}, ${JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] })})`)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => `${id}: ${target.join(' ')} · ${[...any, ...all, ...none][0]?.message ?? ''}`))
}

/** Things to press that are smaller than 24 px, words in a text aside (WCAG 2.5.8). */
export const tooSmall = (page: Place): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, summary, select, label:has(input), a[href]')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const isShown = width > 1 && height > 1 && element.checkVisibility()
      const isInText = getComputedStyle(element).display === 'inline'
      return isShown && !isInText && Math.min(width, height) < 23.5 ? [`${element.className} ${element.textContent} ${width} × ${height}`] : []
    }),
  )
