import { defineMessages } from '../i18n'

/** Words of a recording as a page that stands alone: of the button that saves it, and on the page. */
export const savedPageWords = defineMessages({
  save: { zh: '保存为网页', en: 'Save as a web page' },
  help: {
    zh: '网页是单独一个 HTML 文件：双击就能打开，不联网也能一步步看，课文用你现在选的语言。录制也在里面，可以再取出来。',
    en: 'The web page is a single HTML file: it opens from disk, works offline and walks the steps, with the notes in the language you read now. The recording is inside and can be taken out again.',
  },

  title: { zh: '录下来的一次 WebRTC 通话', en: 'A recorded WebRTC call' },
  made: { zh: '{browser}，保存于 {time}', en: '{browser}, saved {time}' },
  steps: { zh: '各步', en: 'Steps' },
  previous: { zh: '上一步', en: 'Back' },
  next: { zh: '下一步', en: 'Next' },
  keys: {
    zh: '← → 换一步，Home 和 End 到开头和结尾',
    en: '← → go step by step, Home and End to the beginning and the end',
  },
  place: { zh: '{n} / {all}', en: '{n} of {all}' },
  takeOut: { zh: '取出录制文件', en: 'Take out the recording' },
  takeOutHelp: {
    zh: '取出来的 JSON 文件可以在“握手”里打开，所有面板都能看。',
    en: 'The JSON file that you get opens in Handshake, where all panels show it.',
  },
  notReached: { zh: '录制没有走到这里', en: 'The recording does not get here' },
  states: { zh: '两端的状态', en: 'States of both ends' },
  noConnection: { zh: '还没有连接', en: 'no connection yet' },
  changed: { zh: '这一步变了', en: 'changed in this step' },
  happened: { zh: '这一步发生了什么', en: 'What happened in this step' },
  messages: { zh: '到这里为止的消息', en: 'Messages so far' },
  noMessages: { zh: '还没有消息。', en: 'No message yet.' },
  fresh: { zh: '这一步的', en: 'of this step' },
  sdpOf: { zh: 'SDP：{end}的 {slot}', en: 'SDP: {slot} of the {end}' },
  draft: { zh: '草稿', en: 'draft' },
  noSdp: { zh: '还没有 SDP。', en: 'No SDP yet.' },
  added: { zh: '比之前多 {n} 行', en: '{n} {n|line|lines} more than before' },
  field: { zh: '名称', en: 'Name' },
})
