import { defineMessages } from '../i18n'

/** Words of the search over lessons, concepts and terms. */
export const search = defineMessages({
  title: { zh: '搜索', en: 'Search' },
  label: {
    zh: '搜索课文、概念和术语，中文英文都行',
    en: 'Search lessons, concepts and terms, in Chinese or English',
  },
  close: { zh: '关闭搜索', en: 'Close the search' },
  hint: {
    zh: '试试“打洞”、hole punching、a=setup、InvalidStateError。',
    en: 'Try 打洞, hole punching, a=setup or InvalidStateError.',
  },
  none: {
    zh: '没有找到“{text}”。换个词，或者少写几个字。',
    en: 'Nothing found for “{text}”. Try another word, or fewer.',
  },
  found: { zh: '{n} 条结果', en: '{n} results' },
  failed: {
    zh: '索引加载失败，请检查网络后再试。',
    en: 'The index did not load. Check the network and try again.',
  },
  step: { zh: '步骤', en: 'Step' },
  concept: { zh: '概念', en: 'Concept' },
  term: { zh: '术语', en: 'Term' },
  sdp: { zh: 'SDP 行', en: 'SDP line' },
})
