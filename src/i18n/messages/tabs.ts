import { defineMessages } from '../i18n'

/** Words of a call whose ends are in different tabs or on different devices, as far as the first screen needs them. */
export const tabs = defineMessages({
  button: { zh: '两个标签页', en: 'Two tabs' },
  buttonOwn: { zh: '两个标签页 · {end}', en: 'Two tabs · {end}' },
  buttonWatching: { zh: '两个标签页 · 旁观', en: 'Two tabs · watching' },

  otherTurn: { zh: '轮到另一端 · {n} {name}', en: 'Other end’s turn · {n} {name}' },
  otherRepairs: { zh: 'ICE 重启要由呼叫方来做', en: 'The caller can restart ICE' },
  otherAbsent: { zh: '等另一端打开…', en: 'Waiting for the other end…' },
  joining: { zh: '正在加入房间…', en: 'Joining the room…' },
  watching: { zh: '旁观中', en: 'Watching' },
  startOver: { zh: '两边一起重来', en: 'Start over together' },

  shared: { zh: '这些状态来自它共享的日志', en: 'shown from the log it shares' },
  pictureThere: { zh: '画面在另一端那里', en: 'at the other end' },
  solveThere: { zh: '请到另一端那里处理。', en: 'Deal with it at the other end.' },
})
