import { defineMessages } from '../i18n'

/** Words of the probe's window, and of the part of the page of diagnosis that shows how to use the probe. */
export const probeWords = defineMessages({
  title: { zh: '看自己的应用', en: 'Watch your own app' },
  waiting: {
    zh: '打开这个窗口的页面还没有发来什么。它的探针会把每一行发到这里。',
    en: 'The page that opened this window has sent nothing yet. Its probe sends every line here.',
  },
  alone: {
    zh: '没有页面打开这个窗口，或者浏览器切断了两者的联系。',
    en: 'No page opened this window, or the browser cut the link between the two.',
  },
  foreignVersion: {
    zh: '那个页面里的探针是另一个版本。请从这里重新取 `probe.js`，再刷新那个页面。',
    en: 'The probe in that page is of another version. Take `probe.js` from here again, and reload that page.',
  },
  onlyOpener: {
    zh: '这个窗口只收打开它的页面发来的记录，从不向那个页面下命令，也不上传。同一个应用的几个标签页各开一个窗口，窗口之间会共享记录。',
    en: 'This window takes rows only from the page that opened it, never makes that page act, and uploads nothing. Tabs of an app open one window each; the windows share their rows.',
  },
  asks: { zh: '{origin} 想在这里显示它的通话。', en: '{origin} wants to show its calls here.' },
  asksWhy: {
    zh: '记录里有地址和 SDP，没有密码、数据内容和设备名。',
    en: 'The rows contain addresses and SDP, but no credentials, payloads or names of devices.',
  },
  allow: { zh: '显示', en: 'Show them' },
  refuse: { zh: '不显示', en: 'Do not show' },
  sources: { zh: '正在看的页面', en: 'Pages that are watched' },
  counts: { zh: '记录 {events} 条，统计 {samples} 次', en: '{events} rows, {samples} samples' },
  save: { zh: '保存 {origin} 的记录', en: 'Save the rows of {origin}' },
  saveShort: { zh: '保存', en: 'Save' },
  remove: { zh: '移除 {origin}', en: 'Remove {origin}' },
  reading: { zh: '正在读第一批记录。', en: 'Reading the first rows.' },
  obstacles: { zh: '窗口打不开、没有回应？', en: 'No window, or no answer?' },
  blocked: { zh: '窗口被拦截', en: 'The window was blocked' },
  blockedText: {
    zh: '浏览器只允许在点击时打开窗口。把 `open()` 放进按钮的点击事件；在控制台里单独执行一行，或者允许这个站点弹出窗口。',
    en: 'A browser opens windows only in a click. Call `open()` in the click handler of a button; in the console, run it on a line of its own, or allow pop-ups for the site.',
  },
  silent: { zh: '窗口开了，三秒内没有回应', en: 'The window opened, but has not answered within 3 s' },
  silentText: {
    zh: '多半是应用发送了 `Cross-Origin-Opener-Policy: same-origin`，浏览器因此切断联系。开发时改成 `same-origin-allow-popups`；改不了就用 `save()` 保存文件，在诊断页打开。',
    en: 'The app probably sends `Cross-Origin-Opener-Policy: same-origin`, so the browser cuts the link. Send `same-origin-allow-popups` while developing; if you cannot, save a file by `save()` and open it on the page of diagnosis.',
  },
  refusedScript: { zh: '脚本加载不了', en: 'The script does not load' },
  refusedScriptText: {
    zh: '控制台提到 `script-src`：应用的内容安全策略只允许自己的脚本。把 `probe.js` 复制到应用里，从那里导入。https 页面也不能从 http 地址加载它。',
    en: 'The console names `script-src`: the policy of the app allows only its own scripts. Copy `probe.js` into the app and import it from there. Nor can a page on https load it from an http address.',
  },
  toDiagnose: { zh: '去诊断页', en: 'To the page of diagnosis' },
  lesson: {
    zh: '通话还在继续时，就能看到它走到第几步：把探针放进你的应用。它不改变页面的行为，只记下 `RTCPeerConnection` 做了什么。两个标签页各放一个，两端就在同一张地图上。',
    en: 'See how far a call is while it runs: put the probe into your app. It changes nothing that the page does, and writes down what `RTCPeerConnection` did. With one in each of two tabs, both ends are on one map.',
  },
  kind: { zh: '放在哪里', en: 'Where to put it' },
  module: { zh: '模块', en: 'Module' },
  scriptTag: { zh: 'script 标签', en: 'Script tag' },
  console: { zh: '控制台', en: 'Console' },
  playwright: { zh: 'Playwright', en: 'Playwright' },
  moduleNote: {
    zh: '放在创建连接之前；在应用里按 F8 打开窗口，换成按钮也行。只看一条连接：`watch(pc, { role: "caller" })`。',
    en: 'Before the app makes a connection. F8 in the app opens the window; a button does it as well. For one connection only: `watch(pc, { role: "caller" })`.',
  },
  scriptTagNote: {
    zh: '放在应用自己的脚本之前；在应用里按 F8 打开窗口。',
    en: 'Before the scripts of the app; F8 in the app opens the window.',
  },
  consoleNote: {
    zh: '先执行前两行，再开始通话；第三行单独执行。之前创建的连接看不到。',
    en: 'Run the first two lines before the call, the third by itself. Connections made earlier are not seen.',
  },
  playwrightNote: {
    zh: '测试结束时得到文件，再用 `npx handshake-diagnose call.rtcstats` 诊断。',
    en: 'The test ends with a file; diagnose it by `npx handshake-diagnose call.rtcstats`.',
  },
  limits: {
    zh: '有一处不同：没有人处理的 Promise 失败不再触发 `unhandledrejection`，因为探针处理了它；失败会出现在记录里。',
    en: 'One thing differs: a rejected promise that nobody handles fires no `unhandledrejection`, because the probe handles it; the failure is among the rows.',
  },
  openWindow: { zh: '打开探针窗口', en: 'Open the probe’s window' },
})
