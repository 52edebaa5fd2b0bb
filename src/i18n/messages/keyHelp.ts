import { defineMessages } from '../i18n'

/** What each key does, in the order the help lists them. */
export const keyHelp = defineMessages({
  next: { zh: '执行下一步；回看时前进一步', en: 'Run the next step; while looking back, go one step on' },
  space: {
    zh: '焦点不在课文和证据面板里时，和 → 一样',
    en: 'The same, unless the focus is in the lesson or the evidence',
  },
  back: { zh: '回看前一步', en: 'Look back one step' },
  ends: {
    zh: '焦点在时间滑块上时：回看开始，回到现在',
    en: 'On the time slider: look at the beginning; back to now',
  },
  play: { zh: '自动播放、暂停', en: 'Play or pause' },
  restart: { zh: '重新开始通话（进行中会先询问）', en: 'Restart the call; a running one asks first' },
  tabs: { zh: '切换下方的证据面板', en: 'Choose an evidence tab' },
  pages: {
    zh: '投影模式下：下一步，上一步（翻页笔）',
    en: 'In projector mode: next and back, as remote controls send them',
  },
  present: { zh: '投影模式，再按退出', en: 'Projector mode; press again to leave it' },
  lesson: {
    zh: '投影模式下，或课文收在一边时：打开、关闭课文',
    en: 'In projector mode, or where the note is a drawer: open and close it',
  },
  projector: {
    zh: '投影模式下：只看两端；揭晓猜测的答案',
    en: 'In projector mode: the ends alone; reveal the answer of a guess',
  },
  evidence: { zh: '放大证据面板，再按还原', en: 'Expand the evidence; press again to go back' },
  hint: { zh: '实验里：下一条提示', en: 'In a lab: the next hint' },
  room: {
    zh: '房间里通话时：麦克风，画面，共享屏幕；Ctrl+Shift+H 挂断',
    en: 'In a call of the room: microphone, picture, screen; Ctrl+Shift+H hangs up',
  },
  language: { zh: '切换中文、英文、双语', en: 'Cycle Chinese, English, bilingual' },
  theme: { zh: '切换外观', en: 'Change the theme' },
  search: { zh: '搜索课文和术语', en: 'Search lessons and terms' },
  single: { zh: '单键快捷键', en: 'Single-key shortcuts' },
  singleHelp: {
    zh: '关闭后，单按字母、数字或符号不再触发任何操作，方向键、空格照常可用，时间滑块上的 Home 和 End 也是。用语音输入，或容易误按时，可以关掉。',
    en: 'Off, a letter, a digit or a sign pressed alone does nothing; the arrow keys and Space still work, and Home and End on the time slider. For those who dictate or press keys by mistake.',
  },
  help: { zh: '显示这张表', en: 'Show this list' },
})
