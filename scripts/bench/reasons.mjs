// Why a goal is missed; shown only if one is.

/** @type {Record<string, string>} */
export const REASONS = {
  call: 'Between two API calls the app sends events through two state machines, logs them and compares what the connection reports, on the thread that the browser’s own answers wait for; the first call of a page also compiles that code, hence the cold numbers. Against the bare call that also has signaling the app is on a par. Stills, copies of statistics and drawing wait until the call is set up; what is left has not been told apart. The first frame waits, besides, for the picture of the connected page to be drawn.',
  weight:
    'Of the English call page’s 107 kB, by source map: Vue 27 kB, XState 13, vue-router 10, valibot in the guard of the wire 3, together 53 kB of packages; both machines 5, the call around them 5, peers 2, words in two languages 4, the text of one step 1; map, scene, evidence, note, hand, header and what is compiled from their templates the rest. What lies in view from the start is loaded with the page, and nothing that makes the call has been put off behind the first picture to make this number smaller.',
  steps:
    'Note and evidence are drawn after the answer to a click, but map, scene and hand still are one picture of a page of a thousand elements: in one trace of a click on a busy machine the handler took 2 ms, script in the frame 7, layout 5, paint 6, raster without a graphics processor 15, compositing 8. The bare page draws one word. At 4× a click can also meet the idle work of the step before it, tasks of up to 60 ms at full speed.',
  log: 'A tab answers with its name and is filled after that picture, with the rows in sight of a long timeline; the charts read the moments that are kept instead of replaying them. In one run at 4× the handler of a click on a tab still took 80 to 160 ms; where it goes has not been told apart. A scrub draws map, scene and hand anew. Timeline and wire read the whole log at each moment, after the answer: whoever clicks again at once waits for that.',
  memory:
    'What grows is code: V8 compiles one more function, or compiles it better, as calls make it warm. The rest of the heap, objects, closures and strings, hardly changes (column “the rest”), and with V8’s compilers off (`--js-flags=--jitless`) the whole heap is flat from the thirtieth call on. A bare page makes as many calls with hardly any code.',
  watching:
    'Recorder and panels run on the page’s only thread. An inspector window shares that thread, so what it is told is held back until the call has reported nothing for 100 ms, at most 500 ms, and it draws when the thread is idle: the work is not less, but a call at full speed no longer waits for it. A call that takes longer than half a second meets some of it. What is left is the cost of the page with a tab open.',
}
