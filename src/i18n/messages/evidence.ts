import { defineMessages } from '../i18n'

/** Words of the evidence: the strip, the tabs and their content. Code is between backticks. */
export const evidence = defineMessages({
  title: { zh: '证据', en: 'Evidence' },
  next: { zh: '接下来', en: 'What now?' },
  sdp: { zh: 'SDP', en: 'SDP' },
  ice: { zh: 'ICE 候选', en: 'ICE' },
  wire: { zh: '信令', en: 'Wire' },
  timeline: { zh: '时间线', en: 'Timeline' },
  machine: { zh: '状态机', en: 'Machine' },
  slots: { zh: '槽位', en: 'Slots' },
  stats: { zh: '统计', en: 'Stats' },
  follow: { zh: '跟随', en: 'Follow' },
  follows: { zh: '跟随步骤', en: 'Follow the step' },
  followsOn: {
    zh: '每走一步，自动切到最能说明它的面板；点一下就停在现在这个面板',
    en: 'Each step opens the tab that shows it best; press to stay on this tab',
  },
  followsOff: {
    zh: '面板停在你选的这一个；点一下，重新跟随步骤',
    en: 'The tab that you chose stays; press to follow the step again',
  },
  expand: { zh: '放大', en: 'Expand' },
  shrink: { zh: '还原', en: 'Shrink' },
  split: { zh: '两端与证据之间的分隔条', en: 'Divider between the ends and the evidence' },
  splitHelp: {
    zh: '拖动，或用上下方向键调整；双击还原',
    en: 'Drag it, or use the up and down arrows; double-click to reset',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  notReported: { zh: '浏览器未提供', en: 'the browser does not tell' },

  stripEmpty: {
    zh: '运行第 1 步后，这里显示执行的那一行代码、耗时和触发的事件。',
    en: 'Run step 1 and this strip shows the line of code that ran, how long it took and which events it fired.',
  },
  attachedAtStart: { zh: '（onmessage 在第 1 步之前已挂上）', en: '(onmessage was attached before step 1)' },
  attachedInStep: { zh: '（第 {n} 步已挂上）', en: '(attached in step {n})' },
  calledNothing: { zh: '没有调用任何 API', en: 'nothing was called' },
  running: { zh: '进行中', en: 'running' },
  failed: { zh: '失败', en: 'failed' },
  events: { zh: '这一步触发的事件', en: 'Events that the step fired' },
})

/** Words of the SDP tab. */
export const sdpWords = defineMessages({
  end: { zh: '哪一端', en: 'End' },
  slot: { zh: '哪个槽位', en: 'Slot' },
  compare: { zh: '比较', en: 'Compare' },
  noConnection: {
    zh: '还没有连接，也就没有描述。',
    en: 'There is no connection yet, and so no description.',
  },
  empty: { zh: '这个槽位是空的。', en: 'This slot is empty.' },
  emptySlot: {
    zh: '这个槽位是空的。第 {n} 步会填入一份描述。',
    en: 'This slot is empty. Step {n} puts a description into it.',
  },
  passedSlot: {
    zh: '这个槽位现在是空的：协商一结束，待定描述就移到 current 槽位。',
    en: 'This slot is empty now: once agreed, a pending description moves to its current slot.',
  },
})
