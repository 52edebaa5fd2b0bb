import { defineMessages } from '../i18n'

/** The collision of two offers, moment by moment. */
export const glare = defineMessages({
  polite: { zh: '礼貌方', en: 'Polite peer' },
  impolite: { zh: '无礼方', en: 'Impolite peer' },
  roles: { zh: '两边的角色', en: 'Roles of the ends' },
  local: { zh: '本地描述', en: 'local' },
  remote: { zh: '远端描述', en: 'remote' },
  quiet: { zh: '路上没有消息', en: 'nothing on the way' },
  leftAlone: { zh: '忽略', en: 'ignored' },
  moment: { zh: '第 {n} 幕，共 {all} 幕', en: 'moment {n} of {all}' },
  back: { zh: '上一幕', en: 'Back' },
  next: { zh: '下一幕', en: 'Next' },
  again: { zh: '从头看', en: 'From the start' },
  wish: {
    zh: '两边都有改动要协商，`negotiationneeded` 在两边同时触发。',
    en: 'Both ends want a change, and `negotiationneeded` fires at both.',
  },
  offers: {
    zh: '两边都调用 `setLocalDescription()`，提议 A 和提议 B 在路上交错。',
    en: 'Both call `setLocalDescription()`, and the offers A and B cross on the way.',
  },
  ignored: {
    zh: '提议 A 到了无礼方。它自己的提议还没得到应答，所以忽略 A，什么状态也不变。',
    en: 'Offer A reaches the impolite peer, whose own offer is still open. It ignores A; no state changes.',
  },
  bothIgnore: {
    zh: '两份提议都到了。两边都是无礼方：各自的提议还没得到应答，于是都忽略对方的。',
    en: 'Both offers arrive. Both ends are impolite, and their own offers are still open: each ignores the other’s.',
  },
  stuck: {
    zh: '两边都在等一份没有人会发送的应答，`signalingState` 一直停在 `have-local-offer`。没有报错，也没有事件；两边的改动都没谈成。',
    en: 'Each waits for an answer that nobody sends, and `signalingState` stays `have-local-offer` at both. No error, no event; neither change is agreed on.',
  },
  rolledBack: {
    zh: '提议 B 到了礼貌方。`setRemoteDescription()` 先回滚 A，再设置 B。',
    en: 'Offer B reaches the polite peer. `setRemoteDescription()` first rolls A back, then sets B.',
  },
  answered: {
    zh: '礼貌方调用 `setLocalDescription()`，生成并设置对 B 的应答，再发送出去。',
    en: 'The polite peer calls `setLocalDescription()`, which creates and sets the answer to B, and sends it.',
  },
  settled: {
    zh: '应答设置好，两边都是 `stable`，谈成的都是 B。礼貌方想改的没有丢：如果这一轮没有把它谈进去，`negotiationneeded` 会再次触发，由它重新发起提议。',
    en: 'The answer is set. Both are `stable` and agree on B. What the polite peer wanted is not lost: if this round did not cover it, `negotiationneeded` fires again, and it offers again.',
  },
})

/** The stories of the collision, by the roles of the ends. */
export const glareStories = defineMessages({
  impolite: { zh: '两边都无礼', en: 'Both impolite' },
  perfect: { zh: '完美协商', en: 'Perfect negotiation' },
})
