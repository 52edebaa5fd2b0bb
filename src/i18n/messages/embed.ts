import { defineMessages } from '../i18n'

/** Words of parts that other pages show in a frame, and of the button that copies the code for it. */
export const embedWords = defineMessages({
  copy: { zh: '复制嵌入代码', en: 'Copy embed code' },
  copied: { zh: '已复制', en: 'Copied' },
  from: { zh: '来自“握手”：一步一步接通 WebRTC 通话', en: 'From Handshake: a WebRTC call, step by step' },
  unknown: {
    zh: '这个地址下没有可以嵌入的内容，请检查 iframe 的 src。',
    en: 'There is nothing to embed at this address: check the src of the iframe.',
  },
  chart: { zh: '{end}的状态机', en: 'State machine of the {end}' },
})
