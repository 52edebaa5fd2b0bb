import { defineMessages } from '../i18n'

/**
 * Words about a browser whose ICE does not wait for the answer, and about the placeholder candidate that keeps it
 * waiting.
 */
export const patienceWords = defineMessages({
  deadlineTitle: {
    zh: '第 10 步到第 13 步可能要在 5 秒内做完',
    en: 'Steps 10 to 13 may have to be done within five seconds',
  },
  deadlineText: {
    zh: '还不能确定这个浏览器的 ICE 会不会等：有的浏览器（例如 Firefox）在第 10 步之后 5 秒还没有候选对可查，就判定失败。先把下面几课看完，再一次执行第 10 到 13 步。',
    en: 'It is not certain that this browser’s ICE waits: some, Firefox among them, fail when five seconds after step 10 there is still no candidate pair to check. Read these lessons first, then run steps 10 to 13 in one go.',
  },
  readFirst: { zh: '先看这几课', en: 'Read first' },
  runOn: { zh: '执行第 {from} 到 {to} 步', en: 'Run steps {from} to {to}' },
  heldTitle: { zh: '慢慢看，ICE 会等', en: 'Take your time: ICE is waiting' },
  heldText: {
    zh: '这个浏览器的 ICE 在第 10 步之后只等 5 秒。本应用给被叫方的连接加了一个占位候选（0.0.0.0，没有人用），ICE 就停在 checking，一直等到应答送达。它不是对端的候选，没有经过信令，也不会为它发出任何包。',
    en: 'After step 10 this browser’s ICE waits for five seconds only. This app gave the callee’s connection a placeholder candidate (0.0.0.0, nobody’s address), so ICE stays at checking until the answer has arrived. It is no candidate of the other end, it did not cross the wire, and no packet is sent to it.',
  },
  notHeldTitle: {
    zh: '占位候选被拒绝，ICE 只等 5 秒',
    en: 'The placeholder was refused: ICE waits five seconds',
  },
  notHeldText: {
    zh: '请马上执行剩下的几步。来不及的话，从头再来，第 10 到 13 步一次做完。',
    en: 'Run the remaining steps now. If that is too late, start over and run steps 10 to 13 in one go.',
  },
  startFast: { zh: '从头再来，一直执行到接通', en: 'Start over and run until connected' },
  name: { zh: '占位候选', en: 'placeholder' },
  nameNote: {
    zh: '占位候选：本应用所加，不是对方的候选',
    en: 'placeholder of this app, not a candidate of the other end',
  },
  rowNote: { zh: '本应用所加，非对方候选', en: 'of this app, not of the other end' },
  explain: {
    zh: '第 10 步之后，这个浏览器的 ICE 手里没有候选对可查，5 秒后就会失败，迟到的应答不能让它恢复。所以本应用在被叫方自己的连接上调用了 `addIceCandidate()`，加了这一条：`0.0.0.0` 不是任何人的地址，浏览器不会为它发包，这一对就一直是 `in-progress`，ICE 也就一直等着。应答一到，真正的候选对接通，它就不起作用了。',
    en: 'After step 10 this browser’s ICE has no candidate pair to check; five seconds later it would fail, and a late answer would not revive it. So this app called `addIceCandidate()` on the callee’s own connection with this line. `0.0.0.0` is nobody’s address and no packet is sent to it, so its pair stays `in-progress` and ICE goes on waiting. Once the answer is there and a real pair works, it no longer matters.',
  },
  notSignaled: { zh: '没有经过信令', en: 'did not cross the wire' },
  pairNote: {
    zh: '检查中，但不会有结果：对方一侧是本应用加的占位候选，浏览器不会为它发任何请求。它只是让 ICE 继续等应答。',
    en: 'In progress, and it stays so: the remote side is the placeholder of this app, to which the browser sends no request. It only keeps ICE waiting for the answer.',
  },
  wireNote: {
    zh: '占位候选 `{line}` 不在上面：它没有经过信令，是本应用直接加到被叫方的连接里的，好让 ICE 等到应答送达。',
    en: 'The placeholder candidate `{line}` is not among these: it did not cross the wire. This app gave it to the callee’s connection itself, so that ICE waits for the answer.',
  },
})
