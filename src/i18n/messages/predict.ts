import { defineMessages } from '../i18n'

/** Words around the questions of a note; the questions themselves are in lessons/quiz/. */
export const predict = defineMessages({
  conceptTitle: { zh: '读完了，猜一猜', en: 'A guess at the end' },
  titleAhead: { zh: '下一步 {n}：先猜一猜', en: 'Next, step {n}: predict' },
  titleHangUp: { zh: '挂断之前：先猜一猜', en: 'Before hanging up: predict' },
  place: { zh: '第 {n} 题，共 {of} 题', en: 'Question {n} of {of}' },
  another: { zh: '换一题', en: 'Another question' },
  lock: { zh: '就猜这个', en: 'Lock in my guess' },
  change: { zh: '改一改', en: 'Change my guess' },
  playStops: {
    zh: '播放停在第 {n} 步之前：先猜猜它会做什么。不想猜，就继续播放。',
    en: 'Play has stopped before step {n}: guess first what it will do, or play on without a guess.',
  },
  playOn: { zh: '继续播放', en: 'Play on' },
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
  missed: {
    zh: '这一步没有猜；看看题目和答案',
    en: 'No guess for this step; see the question and its answer',
  },
  late: { zh: '这一步已经走过，没有猜。', en: 'This step has run, without a guess.' },
  past: { zh: '正在回看，这里不作答。', en: 'You are looking at the past; answer in the live call.' },
  reveal: { zh: '看浏览器怎么做的', en: 'Show what the browser did' },
  revealAnswer: { zh: '揭晓答案', en: 'Reveal the answer' },
  revealStored: { zh: '看答案', en: 'Show the answer' },
  right: { zh: '猜对了', en: 'Right' },
  wrong: { zh: '没猜中', en: 'Not this time' },
  yourGuess: { zh: '你猜的', en: 'Your guess' },
  browserDid: { zh: '浏览器', en: 'The browser' },
  bankSays: { zh: '答案', en: 'The answer' },
  byBank: {
    zh: '这道题在你的通话里看不出来，由题库判，不由浏览器判。',
    en: 'Nothing in this call can show this, so the question bank judged it, not the browser.',
  },
  tried: {
    zh: '由浏览器来判：它会另建连接，照你的做法运行一遍。不做也可以，直接走。',
    en: 'The browser will judge: it does what you say on connections of its own. Optional: you may just go on.',
  },
  triedInCall: {
    zh: '由你自己的通话来判：答案从 getStats() 读出。不做也可以，直接走。',
    en: 'Your own call will judge: getStats() tells. Optional: you may just go on.',
  },
  tryIt: { zh: '让浏览器试一遍', en: 'Have the browser try it' },
  trying: { zh: '浏览器正在照做…', en: 'The browser is trying it…' },
  tryAgain: { zh: '改一改，再试', en: 'Change it and try again' },
  tooEarly: {
    zh: '浏览器现在还说不出结果：先把通话接通，再试。',
    en: 'The browser cannot tell yet: connect the call first, then try again.',
  },
  actRight: { zh: '做对了', en: 'It works' },
  actWrong: { zh: '还不对', en: 'Not yet' },
  yourAct: { zh: '你的做法', en: 'What you did' },
  browserSaid: { zh: '浏览器说', en: 'The browser said' },
  byTrial: {
    zh: '由这个浏览器判：它在另建的连接上照做了一遍，你的通话没有受影响。',
    en: 'This browser judged it by doing so on connections of its own; your call was not touched.',
  },
  byOwnCall: {
    zh: '由你自己的通话判：答案从 getStats() 读出。',
    en: 'Your own call judged it: the answer was read from getStats().',
  },
  moveUp: { zh: '上移：{line}', en: 'Move up: {line}' },
  moveDown: { zh: '下移：{line}', en: 'Move down: {line}' },
  movedTo: { zh: '{line}：现在第 {n} 行，共 {of} 行', en: '{line}: now line {n} of {of}' },
  mendLine: { zh: '在这里修改这一行', en: 'Mend the line here' },
  chooseOne: { zh: '请选择', en: 'Choose' },
  noChoices: {
    zh: '你的通话还没有候选可选：两端都收集到候选之后（第 10 步起）再来。',
    en: 'Your call has no candidates to choose from yet: come back when both ends have gathered some (from step 10 on).',
  },
  taughtIn: { zh: '讲解在', en: 'Taught in' },
  newsRight: { zh: '你猜对了，看看为什么', en: 'You guessed right: see why' },
  newsWrong: { zh: '这次没猜中，看看为什么', en: 'Not what the browser did: see why' },
})
