import { defineMessages } from '../i18n'

/** Words of the map: the thirteen steps on two lifelines, and what follows them. */
export const map = defineMessages({
  map: { zh: '步骤图', en: 'Map of the call' },
  steps: { zh: '十三个步骤', en: 'The thirteen steps' },
  stepHas: { zh: '第 {n} 步，{end}，{status}：', en: 'Step {n}, {end}, {status}: ' },
  todo: { zh: '未开始', en: 'not yet' },
  ready: { zh: '可以执行', en: 'ready to run' },
  busy: { zh: '进行中', en: 'running' },
  done: { zh: '已完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  crossed: { zh: '已经过信令：', en: 'Has crossed the wire: ' },
  willCross: { zh: '尚未经过信令：', en: 'Has not crossed the wire yet: ' },
  underWay: { zh: '在路上', en: 'on its way' },
  notConfirmed: { zh: '未确认', en: 'not confirmed' },
  inDescription: { zh: '候选 ×{n} 在描述里', en: 'candidate ×{n} inside' },
  afterwards: { zh: '第 13 步之后', en: 'After step 13' },
  ice: { zh: 'ICE 检查', en: 'ICE checks' },
  dtls: { zh: 'DTLS 握手', en: 'DTLS' },
  media: { zh: '媒体传输', en: 'Media flows' },
})
