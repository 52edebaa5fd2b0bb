import { defineMessages } from '../i18n'

/** Words of the concept pages and the glossary. */
export const concepts = defineMessages({
  intro: {
    zh: '每篇先讲它解决什么问题，再讲怎么解决。读到哪里，都可以回到你自己的通话里看一眼。',
    en: 'Each begins with the problem it solves. From any of them you can go and look at your own call.',
  },
  seeLive: { zh: '在你的通话里看', en: 'See it in your call' },
  onThisPage: { zh: '本篇内容', en: 'On this page' },
  list: { zh: '全部概念', en: 'All concepts' },
  neighbours: { zh: '上一篇与下一篇', en: 'Previous and next concept' },
  previous: { zh: '上一篇', en: 'Previous' },
  next: { zh: '下一篇', en: 'Next' },
  failed: { zh: '这篇没有加载成功。', en: 'This text could not be loaded.' },
  retry: { zh: '再试一次', en: 'Try again' },
  loading: { zh: '正在加载…', en: 'Loading the text…' },
  taughtIn: { zh: '详见', en: 'Taught in' },
  guess: { zh: '读完了？来猜一猜', en: 'Read it? Try a guess' },
  seeAlso: { zh: '参见', en: 'See also' },
  letters: { zh: '按首字母', en: 'By letter' },
  filter: { zh: '筛选术语', en: 'Filter terms' },
  noTerm: { zh: '没有包含“{text}”的术语。', en: 'No term contains “{text}”.' },
})
