import { defineMessages } from '../i18n'

/** The question before the key R ends a running call. */
export const restartAsk = defineMessages({
  title: { zh: '要重新开始通话吗？', en: 'Start the call again?' },
  text: {
    zh: '两端的连接都会关闭，这次通话的日志也会清空，无法恢复。想保留的话，先存成录制文件。',
    en: 'Both connections close, and the log of this call is gone for good. To keep it, save it as a recording first.',
  },
  textUndo: {
    zh: '两端的连接都会关闭，恢复不了。之后的 8 秒里，这次通话的记录还能当作录制打开；想一直留着，就先保存。',
    en: 'Both connections close for good. For 8 seconds afterwards, the log of this call can still be opened as a recording; to keep it, save it first.',
  },
  keep: { zh: '继续这次通话', en: 'Keep this call' },
})
