import { defineMessages } from '../i18n'

/** Words of the bar of call options. */
export const options = defineMessages({
  options: { zh: '通话选项', en: 'Call options' },
  explain: { zh: '说明：{option}', en: 'About: {option}' },

  testPattern: { zh: '测试图案', en: 'Test pattern' },
  testPatternLater: {
    zh: '{ends}已经采集过，从下一次采集起生效',
    en: 'Too late for the {ends}: it applies from the next capture',
  },

  trickle: { zh: '逐个发送候选', en: 'Trickle ICE' },

  servers: { zh: 'ICE 服务器', en: 'ICE servers' },
  none: { zh: '无', en: 'none' },
  recorded: {
    zh: '这是录制，没有可以操作的连接。关闭录制，回到通话再试。',
    en: 'A recording has no connection to act on: close it, and do this in the call.',
  },
  relayOnlyShort: { zh: '仅中继', en: 'relay only' },
})
