/** Scrolls a panel to a part of it, and nothing else: `scrollIntoView` would move what lies around the panel. `isUp`: only where the part lies above. */
export function scrollWithin(selector: string, part: string, isUp = false): void {
  const [panel, found] = [document.querySelector(selector), document.querySelector(`${selector} ${part}`)]
  if (panel === null || found === null) return
  const way = found.getBoundingClientRect().top - panel.getBoundingClientRect().top
  panel.scrollTop += isUp ? Math.min(0, way) : way
}
