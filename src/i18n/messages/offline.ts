import { defineMessages } from '../i18n'

/** Words about a new version of the app. */
export const offline = defineMessages({
  ready: { zh: '有新版本了', en: 'There is a new version' },
  calm: {
    zh: '它已经下载好，不急：现在这一版可以一直用下去。',
    en: 'It is downloaded already. No hurry: this one goes on working.',
  },
  endsCall: {
    zh: '换到新版本要重新加载页面，正在进行的通话会断开。',
    en: 'Loading it reloads the page, and the call that is running ends.',
  },
  load: { zh: '换到新版本', en: 'Load the new version' },
  endAndLoad: { zh: '结束通话，换到新版本', en: 'End the call and load it' },
  loading: { zh: '正在换到新版本…', en: 'Loading the new version…' },
  later: { zh: '以后再说', en: 'Later' },
})
