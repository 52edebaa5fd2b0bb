import { defineMessages } from '../i18n'

/** For some seconds after a call was started again or hung up: what is left of it, and the way back. */
export const undoWords = defineMessages({
  restarted: {
    zh: '通话已重新开始。之前的连接已关闭，记录还在。',
    en: 'Started again. The connections before are closed; their log is kept.',
  },
  openLog: { zh: '撤销：看刚才的通话', en: 'Undo: see that call' },
  hungUp: { zh: '已挂断。', en: 'You hung up.' },
  callAgain: { zh: '撤销：用新的连接再接通', en: 'Undo: call again, with fresh connections' },
  /** The name of a call that was opened that way. */
  unsaved: { zh: '刚才结束的通话（未保存）', en: 'The call you just ended (not saved)' },
  save: { zh: '保存…', en: 'Save…' },
})
