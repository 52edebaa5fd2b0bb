import { defineMessages } from '../i18n'

/** Words of the block that runs the programs of the page. */
export const wholeCall = defineMessages({
  program: { zh: '运行哪段代码', en: 'Which code' },
  call: { zh: '呼叫方与被叫方', en: 'Caller and callee' },
  perfect: { zh: '完美协商', en: 'Perfect negotiation' },
  source: { zh: '画面来源', en: 'Picture' },
  camera: { zh: '摄像头', en: 'Camera' },
  pattern: { zh: '测试图案', en: 'Test pattern' },
  run: { zh: '运行', en: 'Run it here' },
  stop: { zh: '停止', en: 'Stop' },
  collide: { zh: '两边同时提议', en: 'Both offer at once' },
  idle: { zh: '未运行', en: 'not running' },
  trail: { zh: '信令状态', en: 'Signaling states' },
  connection: { zh: '连接状态', en: 'Connection' },
  frames: { zh: '收到的帧', en: 'Frames received' },
  self: { zh: '{end}：自己的画面', en: '{end}: own picture' },
  remote: { zh: '{end}：对方的画面', en: '{end}: the other end' },
  silent: {
    zh: '这里不放声音：两端在同一个房间，会啸叫。',
    en: 'Sound is off here: both ends are in one room and would howl.',
  },
  failed: { zh: '运行出错', en: 'The program failed' },
  usePattern: { zh: '改用测试图案', en: 'Use the test pattern' },
})
