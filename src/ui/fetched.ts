/** Code that is fetched when wanted, and again after a failure: with its style sheets, which the bundler asks for only once. */
const lost = new Set<HTMLLinkElement>()

const note = ({ target }: Event): void => void (target instanceof HTMLLinkElement && target.rel === 'stylesheet' && lost.add(target))

/** @throws Error when it does not come now either; then it is lost again */
function askAgain(link: HTMLLinkElement): Promise<void> {
  const again = document.createElement('link')
  ;[again.rel, again.href] = [link.rel, link.href]
  lost.delete(link)
  return new Promise((resolve, reject) => {
    again.addEventListener('load', () => resolve())
    again.addEventListener('error', () => reject(new Error(`expected ${link.href}, found no answer`)))
    link.replaceWith(again)
  })
}

/** @throws Error when it cannot be read, or a style sheet cannot; asked again, it tries again */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  addEventListener('error', note, true) // the same listener counts once
  await Promise.all([...lost].map(askAgain))
  return await load()
}
