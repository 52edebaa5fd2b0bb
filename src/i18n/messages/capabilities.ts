import { defineMessages } from '../i18n'

/** What a browser lacks, in a few words. */
export const missingTitles = defineMessages({
  webrtc: { zh: '这个浏览器没有 `RTCPeerConnection`', en: 'This browser has no `RTCPeerConnection`' },
  secure: { zh: '这个页面不是安全上下文', en: 'This page is not a secure context' },
  capture: { zh: '这个浏览器没有 `getUserMedia()`', en: 'This browser has no `getUserMedia()`' },
  channel: { zh: '这个页面用不了 `BroadcastChannel`', en: 'This page cannot use `BroadcastChannel`' },
})

/** What that prevents, and what still works. */
export const missingTexts = defineMessages({
  webrtc: {
    zh: '第 2 步创建不了连接，在这里不能通话。课文、概念、术语表都能读，录下来的真实通话也能逐步重看。',
    en: 'Step 2 can make no connection, so no call can be made here. Lessons, concepts and glossary can be read, and recordings of real calls stepped through.',
  },
  secure: {
    zh: '浏览器只在 https 和 localhost 的页面上给摄像头和麦克风，也只在那里允许离线保存。连接和信令不受影响：用测试图案可以走完 13 步。',
    en: 'Browsers give camera and microphone to https and localhost pages only, and let only those be kept for offline use. Connections and signaling are not affected: with the test pattern all 13 steps work.',
  },
  capture: {
    zh: '第 1 步和第 8 步用不了摄像头和麦克风。连接和信令不受影响：用测试图案可以走完 13 步。',
    en: 'Steps 1 and 8 get no camera and no microphone. Connections and signaling are not affected: with the test pattern all 13 steps work.',
  },
  channel: {
    zh: '信令改走页面自己的内存，规则相同，这一页上的通话照常能打。两个标签页之间的通话打不了。',
    en: 'Signaling goes through the memory of this page instead, by the same rules, so a call on this page works. A call between two tabs does not.',
  },
})

/** What the learner can do outside the page. */
export const missingHints = defineMessages({
  webrtc: {
    zh: '多半是关掉了：Firefox 在 `about:config` 里把 `media.peerconnection.enabled` 改回 `true`；停用屏蔽 WebRTC 的扩展；公司的电脑要问管理员。或换一个浏览器。',
    en: 'It has probably been switched off. Firefox: set `media.peerconnection.enabled` to `true` in `about:config`. Turn off extensions that block WebRTC; on a managed computer, ask the administrator. Or use another browser.',
  },
  secure: {
    zh: '想用摄像头：改用 `https://` 地址，或在本机用 `http://localhost` 打开。',
    en: 'To use the camera: open this page by `https://`, or on this machine by `http://localhost`.',
  },
  capture: {
    zh: '应用里内嵌的网页常常没有它：换到 Chrome、Edge、Firefox 或 Safari 里打开。',
    en: 'Pages inside other apps often lack it: open this one in Chrome, Edge, Firefox or Safari itself.',
  },
  channel: {
    zh: '在浏览器的设置里允许这个网站保存数据（Cookie），或换一个 2022 年以后的浏览器，再重新加载。',
    en: 'Let this site keep data (cookies) in the browser’s settings, or use a browser from 2022 or later, then reload.',
  },
})

/** Labels of the notice and of the list of checks. */
export const capabilities = defineMessages({
  notice: { zh: '这个浏览器缺少什么', en: 'What this browser lacks' },
  'see-recordings': { zh: '看录制', en: 'See the recordings' },
  'test-pattern': { zh: '用测试图案', en: 'Use the test pattern' },
  yes: { zh: '有', en: 'yes' },
  no: { zh: '没有', en: 'missing' },
  devices: { zh: '摄像头和麦克风', en: 'Cameras and microphones' },
  deviceCount: {
    zh: '摄像头 {cameras} 个，麦克风 {microphones} 个',
    en: 'cameras: {cameras}, microphones: {microphones}',
  },
  deviceHelp: {
    zh: '浏览器在给权限之前每种最多报一个。一个也没有时，用测试图案。',
    en: 'Before permission is given, browsers admit to one of each kind at most. With none, use the test pattern.',
  },
  kept: { zh: '不联网也能用', en: 'Works without network' },
  isKept: { zh: '已保存', en: 'kept' },
  notKept: { zh: '还没有', en: 'not yet' },
})

/** The purpose of each check. */
export const checkNames = defineMessages({
  webrtc: { zh: '连接：第 2 步起的一切', en: 'the connection: everything from step 2 on' },
  secure: { zh: 'https 或 localhost：下面几项多半靠它', en: 'https or localhost: most of the rest needs it' },
  capture: { zh: '摄像头和麦克风：第 1、8 步', en: 'camera and microphone: steps 1 and 8' },
  channel: { zh: '信令：同一页上和标签页之间', en: 'signaling: on this page and between tabs' },
  locks: {
    zh: '两个标签页各占一端，关掉一个时另一个立刻知道',
    en: 'two tabs: each holds an end, and a closed one is noticed at once',
  },
  storage: { zh: '记住进度、语言和外观', en: 'remembers progress, language and theme' },
  worker: { zh: '不联网也能用', en: 'use without network' },
})

/** The browsers' own names of what is checked. */
export const CHECK_APIS = {
  webrtc: 'RTCPeerConnection',
  secure: 'isSecureContext',
  capture: 'getUserMedia()',
  channel: 'BroadcastChannel',
  locks: 'navigator.locks',
  storage: 'localStorage',
  worker: 'serviceWorker',
} as const
