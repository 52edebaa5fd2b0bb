// Why a goal is missed; shown only if one is.

/** @type {Record<string, string>} */
export const REASONS = {
  call: 'Between two API calls the app sends events through two state machines, logs them and compares the connection’s reports. It does so on the thread that the browser’s own answers wait for. The first call of a page also compiles that code; this explains the cold numbers. Compared with the bare call that also has signaling, the app takes the same time. Thumbnails, copies of statistics and drawing wait until the call is set up. The share of each remaining part has not been measured. The first frame also waits until the connected page is drawn.',
  weight:
    'Of the English call page’s 107 kB, by source map: Vue 27 kB, XState 13, vue-router 10, valibot in the guard of the signaling messages 3, together 53 kB of packages; both machines 5, the call around them 5, peers 2, words in two languages 4, the text of one step 1; the rest is map, peers, evidence, lesson, controls, header and their compiled templates. Everything visible at first is loaded with the page, and no code that makes the call is delayed beyond the first paint to make this number smaller.',
  steps:
    'Lesson and evidence are drawn after the response to a click, but map, peers and controls are drawn together in one frame, on a page of a thousand elements. In one trace of a click on a busy machine the handler took 2 ms, script in the frame 7, layout 5, paint 6, raster without a graphics processor 15, compositing 8. The bare page draws one word. At 4× a click can also coincide with the idle work of the previous step: tasks of up to 60 ms at full speed.',
  log: 'A tab shows its name first and its content one frame later, with only the visible rows of a long timeline; the charts read stored snapshots instead of replaying the log. In one run at 4× the handler of a click on a tab still took 80 to 160 ms; the cause has not been found. Moving the slider draws map, peers and controls again. Timeline, wire and candidates read each event once and then look moments up; what remains is rendering, after the response, and a second click at once waits for that.',
  memory:
    'The growth is code: V8 compiles one more function, or compiles it better, as calls repeat. The rest of the heap, objects, closures and strings, hardly changes (column “the rest”), and with V8’s compilers off (`--js-flags=--jitless`) the whole heap is flat from the thirtieth call on. A bare page makes as many calls with hardly any code.',
  watching:
    'Recorder and panels run on the page’s only thread. An inspector window shares that thread, so messages to it are kept until the call has reported nothing for 100 ms, at most 500 ms, and it draws when the thread is idle. The work is the same, but a call at full speed no longer waits for it. A call that takes longer than half a second meets some of it. The remaining time is the cost of the page with a tab open.',
}
