import { defineMessages } from '../i18n'

/** Words of saving, opening and looking at recorded calls. */
export const recordings = defineMessages({
  title: { zh: '通话录制', en: 'Recordings' },
  lead: {
    zh: '录制是一个 JSON 文件，记下两端的每一个事件：状态、SDP、候选、消息，没有声音和画面。不需要连接，就能在所有面板里重看。',
    en: 'A recording is a JSON file of every event at both ends: states, SDP, candidates, messages, but no sound and no picture. All panels can show it again without a connection.',
  },

  saveTitle: { zh: '保存这次通话', en: 'Save this call' },
  saveShownTitle: { zh: '另存正在看的录制', en: 'Save the recording on screen' },
  name: { zh: '标题（可不填）', en: 'Title (optional)' },
  redact: { zh: '隐去地址、凭据和设备名', en: 'Redact addresses, credentials and device names' },
  redactHelp: {
    zh: 'IP 地址、mDNS 名、`ufrag`、`pwd`、证书指纹、服务器及其登录信息都换成占位符，同一个值总换成同一个。端口保留。',
    en: 'IP addresses, mDNS names, `ufrag`, `pwd`, fingerprints, servers and their logins become placeholders, the same for the same value. Ports stay.',
  },
  redactedAlready: {
    zh: '这份录制已经隐去了，找不回原来的值。',
    en: 'This recording is redacted already; the original values are gone.',
  },
  keepWarning: {
    zh: '文件里会有你的 IP 地址和 TURN 密码，请只发给信得过的人。',
    en: 'The file will hold your IP addresses and TURN passwords: give it only to people you trust.',
  },
  save: { zh: '保存为文件', en: 'Save as a file' },
  saveDump: { zh: '保存为 RTCStatsDump', en: 'Save as RTCStatsDump' },
  saved: { zh: '已保存：{file}', en: 'Saved: {file}' },
  nothingYet: {
    zh: '还没有可保存的内容，先执行一步。',
    en: 'There is nothing to save yet: run a step first.',
  },
  trimmed: {
    zh: '这次通话有 {all} 条事件，一个文件最多放 {kept} 条：只保存前 {kept} 条，打开后看到的就是通话的前半段。',
    en: 'This call has {all} events, and a file holds {kept}: the first {kept} are saved, and opening the file shows the call up to there.',
  },
  notSaved: { zh: '没有保存成功。浏览器说：', en: 'It could not be saved. The reason given:' },

  openTitle: { zh: '打开录制', en: 'Open a recording' },
  choose: { zh: '选择文件…', en: 'Choose a file…' },
  orDrop: { zh: '也可以把文件拖到页面的任意位置', en: 'or drop one anywhere on the page' },
  opening: { zh: '正在打开 {file}…', en: 'Opening {file}…' },

  examplesTitle: { zh: '真实通话的例子', en: 'Examples of real calls' },
  noSafari: {
    zh: '没有 Safari 的例子：制作这些录制的机器上装不了 Safari。如果你有，可以在那里保存一份，再到这里打开。',
    en: 'There is none of Safari, which does not run on the machine these were made on. If you have it, save a call there and open it here.',
  },

  banner: { zh: '这是录下来的通话，不是正在进行的', en: 'This is a recording, not a running call' },
  isRedacted: { zh: '地址和凭据已隐去', en: 'addresses and credentials redacted' },
  isNotRedacted: { zh: '含真实的地址和凭据', en: 'holds real addresses and credentials' },
  close: { zh: '关闭录制', en: 'Close recording' },
})

/** What each example shows. */
export const exampleTitles = defineMessages({
  'chromium-connected': { zh: 'Chromium：顺利接通', en: 'Chromium: connected' },
  'firefox-connected': { zh: 'Firefox：顺利接通', en: 'Firefox: connected' },
  'firefox-ice-failed': { zh: 'Firefox：停得太久，ICE 失败', en: 'Firefox: a long pause, ICE failed' },
  'firefox-ice-repaired': { zh: 'Firefox：ICE 失败，重启后接通', en: 'Firefox: ICE failed, then restarted' },
  'chromium-camera-refused': { zh: 'Chromium：摄像头被拒绝', en: 'Chromium: the camera was refused' },
  'chromium-no-candidates': {
    zh: 'Chromium：只走中继却没有 TURN',
    en: 'Chromium: relay only, without TURN',
  },
})

/** Where to look in each example. */
export const exampleHints = defineMessages({
  'chromium-connected': {
    zh: '13 步走完，两端 `connected`。作为对照，先看这一份。',
    en: 'All 13 steps, both ends `connected`. Begin here, to compare.',
  },
  'firefox-connected': {
    zh: '同样的 13 步，SDP 的写法和状态的顺序却不同。',
    en: 'The same 13 steps, but other SDP and another order of states.',
  },
  'firefox-ice-failed': {
    zh: '第 10 步之后停了 5 秒以上，又没有占位候选，被叫方的 `connectionState` 变成 `failed`。',
    en: 'More than 5 s passed after step 10 without a placeholder candidate, and the callee’s `connectionState` became `failed`.',
  },
  'firefox-ice-repaired': {
    zh: '同样的失败；然后 `restartIce()` 换了 ufrag 和口令，接通了。录制到此为止；媒体此后只有一个方向。',
    en: 'The same failure; then `restartIce()` brought new ufrag and pwd. It connected, and the recording ends there; media then flowed in one direction only.',
  },
  'chromium-camera-refused': {
    zh: '第 1 步就失败：`NotAllowedError`。',
    en: 'Step 1 fails: `NotAllowedError`.',
  },
  'chromium-no-candidates': {
    zh: '一个候选也没有，`iceConnectionState` 一直是 `new`，永远不变成 `failed`。',
    en: 'Not one candidate: `iceConnectionState` stays `new` and never becomes `failed`.',
  },
})

/** Why a file was not opened. */
export const openProblems = defineMessages({
  'too-large': {
    zh: '文件太大：最大 20 MB、4000 条事件。一次通话的录制通常不到 1 MB。',
    en: 'The file is too large: 20 MB and 4,000 events are the limit. The recording of a call is usually below 1 MB.',
  },
  'not-json': {
    zh: '这不是 JSON 文件。这里只能打开“握手”自己保存的录制。',
    en: 'This is not a JSON file. Only recordings that Handshake saved can be opened here.',
  },
  'cut-off': {
    zh: '录制文件不完整：后面一截丢了，或者被改坏了。请重新下载或复制一次。',
    en: 'The recording is incomplete: its end is missing, or an edit broke it. Download or copy it again.',
  },
  foreign: {
    zh: '这是 JSON，但不是“握手”保存的录制。这里只能打开“握手”自己的录制，读不了 webrtc-internals 的转储、HAR 或 SDP 文件。',
    en: 'This is JSON, but not a recording that Handshake saved. Only those can be opened here; a webrtc-internals dump, a HAR or an SDP file cannot.',
  },
  newer: {
    zh: '这份录制来自更新版本的“握手”，现在这个版本读不了。刷新页面，如果提示有新版本就加载，然后再打开一次。',
    en: 'This recording comes from a later version of Handshake, which this one cannot read. Reload the page, load the new version if one is offered, and open the file again.',
  },
  damaged: {
    zh: '录制里有一处不合格式，整份没有打开。',
    en: 'One place in the recording breaks the format, so none of it was opened.',
  },
  impossible: {
    zh: '录制里的事件前后矛盾，没有哪次通话能这样进行。',
    en: 'The events in this recording contradict each other: no call can go like that.',
  },
  unreadable: {
    zh: '浏览器读不了这个文件：可能已被移动、改名，或没有权限。',
    en: 'The browser could not read the file: it may have been moved or renamed, or may not be yours to read.',
  },
  'not-found': {
    zh: '文件加载失败。请检查网络后再试。',
    en: 'The file could not be fetched. Check the network and try again.',
  },
  intact: { zh: '没有打开 {file}，页面保持原样。', en: '{file} was not opened, and nothing has changed.' },
})
