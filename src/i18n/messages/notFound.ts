import { defineMessages } from '../i18n'

/** Words of the page for unknown addresses. */
export const notFound = defineMessages({
  body: {
    zh: '这个地址下没有页面：链接可能已经失效，也可能少抄了几个字符。',
    en: 'No page lives at this address: the link may be out of date, or a few characters of it were lost.',
  },
  asked: { zh: '你要找的地址', en: 'The address you asked for' },
  link: { zh: '去打一次通话', en: 'Go and make a call' },
})
