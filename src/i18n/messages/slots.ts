import { defineMessages } from '../i18n'

/** Words of the slots view. Code is between backticks. */
export const slotsWords = defineMessages({
  title: { zh: '槽位与状态图', en: 'Slots and state chart' },
  read: { zh: '读{end}的 {slot}', en: 'Read {slot} of the {end}' },
  slotsOf: { zh: '{end}的四个描述槽位', en: 'The four description slots of the {end}' },
  candidates: { zh: '{n} 个候选', en: '{n} cand.' },
  moved: { zh: '刚从待定移到当前', en: 'just moved from pending to current' },
  filled: { zh: '刚填入', en: 'just filled' },
  none: {
    zh: '还没有连接。第 2 步创建呼叫方的连接，第 7 步创建被叫方的；从第 4 步起，描述在槽位间移动，状态图随之点亮。',
    en: 'There is no connection yet. Step 2 makes the caller’s, step 7 the callee’s; from step 4 on descriptions move through the slots and the chart lights up.',
  },

  chart: { zh: 'signalingState 状态图', en: 'State chart of signalingState' },
  noPeer: { zh: '还没有连接', en: 'no connection yet' },
  fresh: {
    zh: '`{state}`，刚由 `{operation}` 从 `{from}` 走到这里',
    en: '`{state}`, just now from `{from}` by `{operation}`',
  },
  stands: {
    zh: '`{state}`，上一次由 `{operation}` 从 `{from}` 走来',
    en: '`{state}`, last from `{from}` by `{operation}`',
  },
  initial: {
    zh: '`{state}`，创建后还没有走过箭头',
    en: '`{state}`, no arrow taken since it was made',
  },
  short: {
    zh: '图中 `setLocal`、`setRemote` 是 `setLocalDescription()`、`setRemoteDescription()` 的简写；任何状态都可经 `close()` 到 `closed`。',
    en: 'In the chart `setLocal` and `setRemote` are short for `setLocalDescription()` and `setRemoteDescription()`; `close()` leads from every state to `closed`.',
  },

  several: { zh: '{n} 个连接', en: '{n} connections' },

  operations: { zh: '此刻可以做什么', en: 'What is allowed now' },
  operation: { zh: '操作', en: 'Operation' },
  unchanged: { zh: '可以，状态不变', en: 'allowed, no change' },
  refused: { zh: '不可以', en: 'not allowed' },
  rule: {
    zh: '提议从 `stable` 出发，或覆盖同一端尚未应答的提议；应答总在提议的对面，并回到 `stable`；只有提议能回滚。不合规的调用以 `InvalidStateError` 拒绝，状态和槽位都不变。',
    en: 'An offer starts at `stable` or replaces an unanswered offer of the same end; an answer stands opposite the offer and ends at `stable`; only an offer rolls back. Anything else rejects with `InvalidStateError` and changes neither state nor slots.',
  },
})
