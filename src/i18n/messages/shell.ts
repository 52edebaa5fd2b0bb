import { defineMessages } from '../i18n'

/** Words of the frame around every page: header, tabs, keys, the page that is not there. */
export const shell = defineMessages({
  name: { zh: '握手', en: 'Handshake' },
  callTitle: { zh: '13 步打通一次通话', en: 'A call in 13 steps' },
  toStart: { zh: '握手，回到开头', en: 'Handshake, back to the start' },
  pages: { zh: '页面', en: 'Pages' },
  call: { zh: '通话', en: 'Call' },
  readingLabel: { zh: '阅读语言', en: 'Reading language' },
  chinese: { zh: '中文', en: '中文' },
  english: { zh: 'EN', en: 'EN' },
  both: { zh: '双语', en: '双语' },
  themeAuto: { zh: '外观：跟随系统', en: 'Theme: follows the system' },
  themeLight: { zh: '外观：浅色', en: 'Theme: light' },
  themeDark: { zh: '外观：深色', en: 'Theme: dark' },
  browser: { zh: '这个浏览器：检查了什么', en: 'This browser: what was checked' },
  keys: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
  views: { zh: '显示哪一部分', en: 'Which part to show' },
  steps: { zh: '步骤', en: 'Steps' },
  scene: { zh: '现场', en: 'Scene' },
  note: { zh: '笔记', en: 'Note' },
  arrived: { zh: '现在：{title}', en: 'Now: {title}' },
  notFoundTitle: { zh: '没有这个地址', en: 'There is no such address' },
  notFoundBody: {
    zh: '这个地址下没有页面：链接可能已经失效，也可能少抄了几个字符。',
    en: 'No page lives at this address: the link may be out of date, or a few characters of it were lost.',
  },
  notFoundAsked: { zh: '你要找的地址', en: 'The address you asked for' },
  notFoundLink: { zh: '去打一次通话', en: 'Go and make a call' },
})

/** What each key does, in the order the help lists them. */
export const keyHelp = defineMessages({
  next: { zh: '执行下一步；回看时往前走一步', en: 'Run the next step; while looking back, go one step on' },
  back: { zh: '回看前一步', en: 'Look back one step' },
  ends: { zh: '回看开始，回到现在', en: 'Look at the beginning; back to now' },
  play: { zh: '自动播放、暂停', en: 'Play or pause' },
  restart: { zh: '从头再来', en: 'Restart the call' },
  tabs: { zh: '切换下方的证据面板', en: 'Choose an evidence tab' },
  present: { zh: '投影模式：大字号', en: 'Projector mode: large type' },
  note: { zh: '投影模式下显示或隐藏笔记', en: 'In projector mode, show or hide the note' },
  language: { zh: '切换中文、英文、双语', en: 'Cycle Chinese, English, bilingual' },
  theme: { zh: '切换外观', en: 'Change the theme' },
  search: { zh: '搜索课文和术语', en: 'Search lessons and terms' },
  help: { zh: '显示这张表', en: 'Show this list' },
})
