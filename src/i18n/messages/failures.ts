import { defineMessages } from '../i18n'

/** Words for failures of the app itself, with what to do. */
export const failures = defineMessages({
  part: { zh: '这一部分没有加载成功', en: 'This part could not be loaded' },
  partHelp: {
    zh: '可能是网络断了，也可能是网站刚更新、旧文件已被替换。页面的其他部分可以照常使用；重新加载页面会结束正在进行的通话。',
    en: 'The network may be down, or the site has just been updated and the old file is gone. The rest of the page goes on working; reloading the page ends a running call.',
  },
  load: { zh: '有一部分内容没有加载成功', en: 'A part of the app could not be loaded' },
  loadHelp: {
    zh: '可能是网络断了，也可能是网站刚更新、旧文件已被替换。可以重新加载（正在进行的通话会结束），也可以关掉这条提示，继续使用已加载的部分。',
    en: 'The network may be down, or the site has just been updated and the old file is gone. Reload the page (a running call ends), or close this notice and go on with what is loaded.',
  },
  fault: { zh: '应用内部出错了', en: 'The app itself made a mistake' },
  faultHelp: {
    zh: '这不是你的操作有误。可以继续使用；如果页面没有反应，请重新加载（正在进行的通话会结束）。下面是错误原文，报告问题时请附上。',
    en: 'Nothing you did is wrong. You can go on; if the page no longer answers, reload it (a running call ends). The text of the error follows: please include it when you report this.',
  },
  reload: { zh: '重新加载页面', en: 'Reload the page' },
  goOn: { zh: '继续使用', en: 'Go on without it' },
})
