import { defineMessages } from '../i18n'

/** Words drawn in figures; their captions are in lessons/figures/. */
export const figures = defineMessages({
  yours: { zh: '数值取自你的通话', en: 'values from your call' },
  example: { zh: '示例：你的通话还没有走到这里', en: 'example: your call has not come this far' },
  recorded: { zh: '录自真实的通话：{browser}', en: 'recorded in a real call: {browser}' },
  task: { zh: '动手：', en: 'Try it:' },
  unsolved: { zh: '还没有做到', en: 'not yet' },
  solved: { zh: '做到了。', en: 'Done.' },
  signalingRoad: { zh: '信令通道 · {n} 条消息', en: 'signaling channel · {n} {n|message|messages}' },
  mediaFlows: { zh: '媒体：正在传输', en: 'media: flowing' },
  mediaWaits: { zh: '媒体：还没有路径', en: 'media: no path yet' },
})
