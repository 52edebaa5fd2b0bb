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
  keepAll: { zh: '全部保存，离线也能用（{mb} MB）', en: 'Keep everything for offline ({mb} MB)' },
  keepAllWhy: {
    zh: '没有网络时，打开过的页面和通话都能用。录制、搜索和没打开过的页面，保存之后也能离线用。',
    en: 'Without network, the call and the pages you have opened work. Recordings, the search and pages not opened yet do so once they are kept.',
  },
  keeping: { zh: '正在保存，还剩 {mb} MB…', en: 'Keeping, {mb} MB left…' },
  allKept: { zh: '已全部保存，没有网络也能用。', en: 'Everything is kept, and works without network.' },
  keepFailed: {
    zh: '没有存完：网络断了，或者存储空间不够。已存的部分都还在。',
    en: 'Not all could be kept: the network failed, or there is not enough storage. What is kept stays.',
  },
  later: { zh: '以后再说', en: 'Later' },
})
