import { defineMessages } from '../i18n'

/** Words of the evidence: the strip, the tabs and what stands in them. Code stands between backticks. */
export const evidence = defineMessages({
  title: { zh: '证据', en: 'Evidence' },
  sdp: { zh: 'SDP', en: 'SDP' },
  ice: { zh: 'ICE 候选', en: 'ICE' },
  wire: { zh: '信令', en: 'Wire' },
  timeline: { zh: '时间线', en: 'Timeline' },
  machine: { zh: '状态机', en: 'Machine' },
  stats: { zh: '统计', en: 'Stats' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  notTold: { zh: '浏览器未提供', en: 'the browser does not tell' },

  stripEmpty: {
    zh: '运行第 1 步后，这里显示执行的那一行代码、耗时和触发的事件。',
    en: 'Run step 1 and this strip shows the line of code that ran, how long it took and which events it fired.',
  },
  calledNothing: { zh: '没有调用任何 API', en: 'nothing was called' },
  running: { zh: '进行中', en: 'running' },
  failed: { zh: '失败', en: 'failed' },
})

/** Words of the SDP tab. */
export const sdpWords = defineMessages({
  end: { zh: '哪一端', en: 'End' },
  slot: { zh: '哪个槽位', en: 'Slot' },
  lines: { zh: '{end} {slot} 的 SDP，逐行', en: 'SDP of {end} {slot}, line by line' },
  session: { zh: '会话级', en: 'Session' },
  section: { zh: '媒体段 {media} · mid {mid}', en: 'Section {media} · mid {mid}' },
  isNew: { zh: '新增行', en: 'new line' },
  chooseLine: {
    zh: '选一行，或指着一行，看它说了什么、为什么在这里。',
    en: 'Choose a line, or point at one, to read what it says and why it is here.',
  },
  unknown: {
    zh: '本工具没有这一行的说明。SDP 靠新增属性扩展，不认识的属性必须忽略。',
    en: 'This tool has no note on this line. SDP grows by new attributes, and unknown ones must be ignored.',
  },
  added: { zh: '新增 {n} 行', en: '{n} new lines' },
  compare: { zh: '比较', en: 'Compare' },
  read: { zh: '逐行读', en: 'Read' },
  emptySlot: {
    zh: '这个槽位是空的。第 {n} 步会填入一份描述。',
    en: 'This slot is empty. Step {n} puts a description into it.',
  },
  passedSlot: {
    zh: '这个槽位现在是空的：协商一结束，待定描述就移到 current 槽位。',
    en: 'This slot is empty now: once agreed, a pending description moves to its current slot.',
  },
})
