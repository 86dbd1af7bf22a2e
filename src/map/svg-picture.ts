/** PNG data URL of an SVG as it is seen, or null where the browser cannot draw it. */
export async function pictureOfSvg(svg: SVGElement, { width, height }: { width: number; height: number }): Promise<string | null> {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGElement)) return null
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [width * 2, height * 2]
  try {
    await image.decode()
  } catch {
    return null // told by the page: without a map the paper goes out without one
  }
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}
