import { defineMessages } from '../i18n'

/** Words of the line on other pages that says that the call continues. */
export const runningCall = defineMessages({
  label: { zh: '你的通话', en: 'Your call' },
  camera: {
    zh: '通话还在进行，摄像头和麦克风都开着。',
    en: 'Your call goes on: camera and microphone are on.',
  },
  pattern: { zh: '通话还在进行，发送的是测试图案。', en: 'Your call goes on, with a test pattern.' },
  begun: { zh: '通话还在进行。', en: 'Your call goes on.' },
  over: {
    zh: '已挂断，摄像头和麦克风已释放。',
    en: 'Hung up: camera and microphone are released.',
  },
  back: { zh: '回到通话', en: 'Back to the call' },
  hangUp: { zh: '挂断', en: 'Hang up' },
})
