import { defineMessages } from '../i18n'

/** Words of a description read line by line. */
export const sdpLineWords = defineMessages({
  lines: { zh: '{end} {slot} 的 SDP，逐行', en: 'SDP of {end} {slot}, line by line' },
  session: { zh: '会话级', en: 'Session' },
  section: { zh: '媒体段 {media} · mid {mid}', en: 'Section {media} · mid {mid}' },
  isNew: { zh: '新增行', en: 'new line' },
  chooseLine: {
    zh: '选一行，或指着一行，看它说了什么、为什么在这里。',
    en: 'Choose a line, or point at one, to read what it says and why it is here.',
  },
  added: { zh: '新增 {n} 行', en: '{n} new {n|line|lines}' },
  read: { zh: '逐行读', en: 'Read' },
})
