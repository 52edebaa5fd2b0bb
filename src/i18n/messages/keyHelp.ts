import { defineMessages } from '../i18n'

/** What each key does, in the order the help lists them. */
export const keyHelp = defineMessages({
  next: { zh: '执行下一步；回看时前进一步', en: 'Run the next step; while looking back, go one step on' },
  back: { zh: '回看前一步', en: 'Look back one step' },
  ends: { zh: '回看开始，回到现在', en: 'Look at the beginning; back to now' },
  play: { zh: '自动播放、暂停', en: 'Play or pause' },
  restart: { zh: '从头再来', en: 'Restart the call' },
  tabs: { zh: '切换下方的证据面板', en: 'Choose an evidence tab' },
  present: { zh: '投影模式：大字号', en: 'Projector mode: large type' },
  note: { zh: '投影模式下显示或隐藏课文', en: 'In projector mode, show or hide the lesson' },
  language: { zh: '切换中文、英文、双语', en: 'Cycle Chinese, English, bilingual' },
  theme: { zh: '切换外观', en: 'Change the theme' },
  search: { zh: '搜索课文和术语', en: 'Search lessons and terms' },
  help: { zh: '显示这张表', en: 'Show this list' },
})
