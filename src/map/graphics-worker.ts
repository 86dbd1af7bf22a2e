/** Names, away from the page, what draws WebGL 2 here, or null: a first context can take half a second. */
const context = new OffscreenCanvas(1, 1).getContext('webgl2')
const names = context?.getExtension('WEBGL_debug_renderer_info')
postMessage(context === null ? null : String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER)))
