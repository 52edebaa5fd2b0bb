import { defineMessages } from '../i18n'

/** Words around the questions of a note; the questions' own are in lessons/quiz/. */
export const predict = defineMessages({
  title: { zh: '先猜一猜', en: 'Predict' },
  titleAhead: { zh: '下一步 {n}：先猜一猜', en: 'Next, step {n}: predict' },
  titleHangUp: { zh: '挂断之前：先猜一猜', en: 'Before hanging up: predict' },
  place: { zh: '第 {n} 题，共 {of} 题', en: 'Question {n} of {of}' },
  another: { zh: '换一题', en: 'Another question' },
  lock: { zh: '就猜这个', en: 'Lock in my guess' },
  change: { zh: '改一改', en: 'Change my guess' },
  optional: { zh: '不猜也可以，直接走。', en: 'Optional: you may just go on.' },
  locked: {
    zh: '已锁定。走完第 {n} 步，由浏览器来判。',
    en: 'Locked in. Run step {n}, and the browser will judge.',
  },
  lockedHangUp: {
    zh: '已锁定。挂断之后，由浏览器来判。',
    en: 'Locked in. Hang up, and the browser will judge.',
  },
  pending: { zh: '这一步走完了，还在等浏览器给出结果。', en: 'The step ran; the browser has not told yet.' },
  late: { zh: '这一步已经走过，没有猜。', en: 'This step has run, without a guess.' },
  past: { zh: '正在回看，这里不作答。', en: 'You are looking at the past; answer in the live call.' },
  reveal: { zh: '看浏览器怎么做的', en: 'Show what the browser did' },
  revealStored: { zh: '看答案', en: 'Show the answer' },
  right: { zh: '猜对了', en: 'Right' },
  wrong: { zh: '没猜中', en: 'Not this time' },
  yourGuess: { zh: '你猜的', en: 'Your guess' },
  browserDid: { zh: '浏览器', en: 'The browser' },
  bankSays: { zh: '答案', en: 'The answer' },
  byBank: {
    zh: '这道题在这通电话里看不出来，由题库判，不由浏览器判。',
    en: 'Nothing in this call can show this, so the question bank judged it, not the browser.',
  },
  newsRight: { zh: '你猜对了，看看为什么', en: 'You guessed right: see why' },
  newsWrong: { zh: '这次没猜中，看看为什么', en: 'Not what the browser did: see why' },
})
