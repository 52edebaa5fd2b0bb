import { defineMessages } from '../i18n'

/** Words of a call whose ends are in different tabs, as far as the first screen needs them. */
export const tabs = defineMessages({
  button: { zh: '两个标签页', en: 'Two tabs' },
  buttonOwn: { zh: '两个标签页 · {end}', en: 'Two tabs · {end}' },
  buttonWatching: { zh: '两个标签页 · 旁观', en: 'Two tabs · watching' },

  otherTurn: { zh: '轮到另一个标签页 · {n} {name}', en: 'Other tab’s turn · {n} {name}' },
  otherRepairs: { zh: 'ICE 重启要在呼叫方的标签页里做', en: 'The caller’s tab can restart ICE' },
  otherAbsent: { zh: '等另一个标签页打开…', en: 'Waiting for the other tab…' },
  joining: { zh: '正在加入房间…', en: 'Joining the room…' },
  watching: { zh: '旁观中', en: 'Watching' },
  startOver: { zh: '两边一起重来', en: 'Start over together' },

  shared: { zh: '这些状态来自它共享的日志', en: 'shown from the log it shares' },
  pictureThere: { zh: '在另一个标签页里', en: 'in another tab' },
  solveThere: { zh: '请到另一个标签页里处理。', en: 'Deal with it in the other tab.' },
})
