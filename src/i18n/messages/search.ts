import { defineMessages } from '../i18n'

/** Words of the search over all pages. */
export const search = defineMessages({
  title: { zh: '搜索', en: 'Search' },
  label: {
    zh: '报错原文、症状、API 名、SDP 行，中英文都行',
    en: 'An error’s whole text, a symptom, an API name, an SDP line; in Chinese or English',
  },
  close: { zh: '关闭搜索', en: 'Close the search' },
  loading: { zh: '正在准备索引…', en: 'Preparing the index…' },
  hint: {
    zh: '可以整段粘贴报错，也可以用自己的话描述问题。试试：',
    en: 'Paste a whole error, or say in your own words what is wrong. For example:',
  },
  none: {
    zh: '没有找到“{text}”。',
    en: 'Nothing found for “{text}”.',
  },
  tryThis: {
    zh: '少写几个字，或者换成你看到的现象（黑屏、没声音、连不上）、报错的原文、API 名。也可以翻翻：',
    en: 'Use fewer words, or type what you see (black video, no sound, does not connect), the exact error, or an API name. Or look through:',
  },
  errors: { zh: '错误与故障列表', en: 'All errors and failures' },
  glossary: { zh: '术语表', en: 'Glossary' },
  found: { zh: '{n} 条结果', en: '{n} {n|result|results}' },
  foundOne: { zh: '1 条结果', en: '1 result' },
  failed: {
    zh: '索引没有加载成功，请检查网络后再试。',
    en: 'The index did not load. Check the network and try again.',
  },
  step: { zh: '步骤', en: 'Step' },
  concept: { zh: '概念', en: 'Concept' },
  term: { zh: '术语', en: 'Term' },
  sdp: { zh: 'SDP 行', en: 'SDP line' },
  error: { zh: '错误', en: 'Error' },
  recording: { zh: '录制', en: 'Recording' },
  course: { zh: '课程', en: 'Course' },
  question: { zh: '题目', en: 'Question' },
  lab: { zh: '实验', en: 'Lab' },
  fault: { zh: '诊断', en: 'Diagnose' },
})

/** Example searches, one of each kind. */
export const exampleSearches = defineMessages({
  symptom: { zh: '对方看不到我的画面', en: 'remote video is black' },
  network: { zh: '同一个 Wi-Fi 才能通', en: 'works only on the same wifi' },
  error: { zh: 'Called in wrong state: stable', en: 'Called in wrong state: stable' },
  state: { zh: '一直是 checking', en: 'stuck at checking' },
  line: { zh: 'a=setup:actpass', en: 'a=setup:actpass' },
})
