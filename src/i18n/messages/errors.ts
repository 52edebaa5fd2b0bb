import type { ErrorGroupId } from '../../errors/errorIds'
import { defineMessages } from '../i18n'
import type { Message } from '../i18n'

/** The families of errors. */
export const errorGroups = defineMessages({
  calls: { zh: '被拒绝的调用', en: 'Refused calls' },
  camera: { zh: '摄像头与页面', en: 'Camera and page' },
  setup: { zh: '创建连接', en: 'Making the connection' },
  sdp: { zh: 'SDP', en: 'SDP' },
  ice: { zh: '候选与 ICE 服务器', en: 'Candidates and ICE servers' },
  data: { zh: '数据与信令', en: 'Data and signaling' },
  path: { zh: '不报错：连不上', en: 'No error at all: no connection' },
  media: { zh: '不报错：连上了却不对', en: 'No error at all: something is missing' },
}) satisfies Record<ErrorGroupId, Message>

/** Words of the pages of errors, as the app and the build write them. */
export const errors = defineMessages({
  title: { zh: '错误与故障', en: 'Errors and silent failures' },
  description: {
    zh: 'WebRTC 的报错和不报错的故障：Chromium、Firefox、Safari 的原文，发生了什么，常见原因怎么区分，怎么解决。',
    en: 'What WebRTC throws, and what fails without a word: the exact texts of Chromium, Firefox and Safari, what happened, how to tell the causes apart, and the way out.',
  },
  intro: {
    zh: '找到你的报错原文，或者你看到的现象。每一页都写明发生了什么、常见原因怎么区分、怎么解决。',
    en: 'Find the text you got, or what you see. Each page says what happened, how to tell the causes apart, and the way out.',
  },
  list: { zh: '全部错误', en: 'All errors' },
  texts: { zh: '原文', en: 'Exact texts' },
  states: { zh: '状态里能看到什么', en: 'What the states show' },
  chromium: { zh: 'Chromium', en: 'Chromium' },
  firefox: { zh: 'Firefox', en: 'Firefox' },
  safari: { zh: 'Safari', en: 'Safari' },
  seen: { zh: '在 {version} 中实测', en: 'seen in {version}' },
  reported: { zh: '来自公开资料，未在此运行', en: 'reported, not run here' },
  where: { zh: '属于哪里', en: 'Where it belongs' },
  stepOf: { zh: '第 {n} 步', en: 'Step {n}' },
  concept: { zh: '概念', en: 'Concept' },
  signalingState: { zh: '这一端的信令状态', en: 'The signaling state of this end' },
  refusedHere: {
    zh: '在 `{state}` 状态下，`{call}` 会被拒绝。先调用 `{via}` 进入 `{acceptedIn}`，再调用它才行。',
    en: '`{call}` is refused in `{state}`. `{via}` leads to `{acceptedIn}`, where it is accepted.',
  },
  other: { zh: '不是你的错误？', en: 'Not your error?' },
  otherText: {
    zh: '把整段报错粘贴到搜索里，或者到列表里按现象找。',
    en: 'Paste the whole text into the search, or look for what you see in the list.',
  },
  openSearch: { zh: '搜索', en: 'Search' },
  failed: { zh: '这一页没有加载成功。', en: 'This page could not be loaded.' },
  retry: { zh: '重试', en: 'Try again' },
  loading: { zh: '正在加载…', en: 'Loading…' },
  more: { zh: '这个错误的原因和解法', en: 'Causes of this error, and the way out' },
})
