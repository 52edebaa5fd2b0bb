// Why a goal is missed, for whoever reads the numbers; shown only where one is.

/** @type {Record<string, string>} */
export const REASONS = {
  call: 'Between two API calls the app sends events through two state machines, logs them and compares what the connection reports, on the thread that the browser’s own answers wait for; the first call of a page also compiles that code, hence the cold numbers. Against the bare call that also has signaling the app is on a par. The first frame waits, besides, for the picture of the connected page to be drawn.',
  weight:
    'Vue, vue-router, XState and both machines are about 54 kB before any panel. The rest of the call page is its map, scene, note and hand, the guard of the wire and the text of one step; more than sixty small files compress worse than few large ones would. A concept page has no machine, but header, search, progress and reading are on it too.',
  steps:
    'One click redraws map, scene, evidence, note and hand in one go, while the browser decodes up to four videos on the same two cores. That redraw has not been split yet.',
  log: 'The machine tab replays the whole log through both machines when it is opened, and the timeline reads it anew at each moment and mounts up to 400 rows of drawing. Neither has a checkpoint to go on from.',
  memory:
    'What grows is code: V8 compiles one more function, or compiles it better, as calls make it warm. The rest of the heap, objects, closures and strings, hardly changes (column “the rest”), and with V8’s compilers off (`--js-flags=--jitless`) the whole heap is flat from the thirtieth call on. A bare page makes as many calls with hardly any code.',
  watching:
    'Recorder and panels run on the page’s only thread, and so does an inspector window, which shares it and draws every report. An inspector in a process of its own would need messages by another way than `postMessage()` to an opener.',
}
