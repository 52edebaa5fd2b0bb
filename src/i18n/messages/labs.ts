import { defineMessages } from '../i18n'

/** Words of the labs: their map, and the page of one. */
export const labs = defineMessages({
  title: { zh: '弄坏它，当一回网络，再修好', en: 'Break it, be the network, mend it' },
  intro: {
    zh: '{n} 次出了问题的通话。先猜，再弄坏，读浏览器的原话，修好它，说出为什么。每个几分钟，顺序随意。',
    en: '{n} {n|call|calls} that go wrong. Guess, break it, read the true error, repair it, say why. A few minutes each, in any order.',
  },
  description: {
    zh: '出了问题的 WebRTC 通话，一个一个动手修好：丢失的应答、提议冲突、没有候选、ICE 重启、数据通道打不开。',
    en: 'WebRTC calls that go wrong, to mend by hand: a lost answer, glare, no candidates, an ICE restart, a channel that never opens.',
  },
  short: { zh: '实验', en: 'Labs' },
  number: { zh: '实验 {n}', en: 'Lab {n}' },
  level: { zh: '难度 {n}', en: 'level {n}' },
  levelOf: { zh: '难度 {n} / 3', en: 'level {n} of 3' },
  solvedOf: { zh: '已解决 {n} / {all}', en: '{n} of {all} solved' },
  count: { zh: '{n} 个实验', en: '{n} {n|lab|labs}' },
  here: { zh: '你在这里', en: 'You are here' },
  startHere: { zh: '从这里开始', en: 'Start here' },
  goOn: { zh: '继续', en: 'Go on' },
  start: { zh: '开始', en: 'Start' },
  inWork: { zh: '进行中', en: 'in work' },
  legend: { zh: '四个标记：{marks}', en: 'four marks: {marks}' },
  openFile: { zh: '打开实验文件', en: 'Open a lab from a file' },
  openBench: { zh: '实验台：什么都可以做', en: 'The open bench: everything allowed' },
  marksOf: { zh: '标记：{marks}', en: 'marks: {marks}' },
  breakIt: { zh: '亲手弄坏一次', en: 'Break this yourself' },

  loading: { zh: '正在准备实验…', en: 'Preparing the lab…' },
  opening: { zh: '正在布置现场…', en: 'Setting the scene…' },
  failed: { zh: '这个实验没能打开。', en: 'This lab could not be opened.' },
  stuck: { zh: '布置没有完成：{why}', en: 'The scene was not set: {why}' },
  retry: { zh: '再试一次', en: 'Try again' },

  story: { zh: '故事', en: 'Story' },
  hints: { zh: '提示', en: 'Hints' },
  predict: { zh: '先猜', en: 'First guess' },
  lockIn: { zh: '就猜这个', en: 'Lock in my guess' },
  youSaid: { zh: '你猜', en: 'You said' },
  itWas: { zh: '实际', en: 'It was' },
  reveal: { zh: '看看实际怎样', en: 'What was it?' },
  asYouSaid: { zh: '和你猜的一样', en: 'as you said' },
  goals: { zh: '目标', en: 'Goals' },
  goalsMet: { zh: '{n} / {all}', en: '{n} of {all}' },
  now: { zh: '现在：{what}', en: 'now: {what}' },
  metAt: { zh: '看这一刻：{time}', en: 'see the moment: {time}' },
  broken: { zh: '这样不算：', en: 'this does not count: ' },
  hint1: { zh: '看哪里', en: 'Where to look' },
  hint2: { zh: '哪里错了', en: 'What is wrong' },
  hint3: { zh: '怎么做', en: 'What to do' },
  hintsUsed: { zh: '用了 {n} / 3', en: '{n} of 3 used' },
  showMe: { zh: '演示一遍', en: 'Show me' },
  showing: { zh: '正在演示…', en: 'Showing it…' },
  shown: {
    zh: '这是演示。用“回看”逐步看，然后重新开始，自己做一遍。',
    en: 'This run was shown to you. Step through it with “Look back”, then start again and do it yourself.',
  },
  links: { zh: '相关', en: 'Related' },
  step: { zh: '第 {n} 步：{name}', en: 'Step {n}: {name}' },
  error: { zh: '错误：{name}', en: 'Error: {name}' },
  concept: { zh: '概念：{name}', en: 'Concept: {name}' },
  recording: { zh: '真实网络里的录制：{name}', en: 'Recorded in a real network: {name}' },

  phases: { zh: '做到哪一步', en: 'How far you are' },
  phasePredict: { zh: '先猜', en: 'Predict' },
  phaseBreak: { zh: '弄坏', en: 'Break' },
  phaseObserve: { zh: '观察', en: 'Observe' },
  phaseRepair: { zh: '修好', en: 'Repair' },
  phaseWhy: { zh: '为什么', en: 'Why' },

  solved: { zh: '解决了', en: 'Solved.' },
  toSolved: { zh: '看结果', en: 'See the result' },
  toRun: { zh: '回到这次操作', en: 'Back to the run' },
  yourRoute: { zh: '你的做法', en: 'Your route' },
  anotherWay: { zh: '另一种做法：{name}', en: 'Another way: {name}' },
  wrongIdea: { zh: '常见的错误想法', en: 'An idea that does not help' },
  actions: { zh: '{n} 个操作', en: '{n} {n|action|actions}' },
  parOf: { zh: '{n} 个操作，参考 {par} 个', en: '{n} {n|action|actions}, par {par}' },
  goalsOf: { zh: '{n} 个目标都达到', en: '{n} {n|goal|goals} met' },
  hintsOf: { zh: '用了 {n} 个提示', en: '{n} {n|hint|hints} used' },
  wasShown: { zh: '看过演示', en: 'a solution was shown' },
  notAsked: { zh: '题目在下面', en: 'the question is below' },
  firstRight: { zh: '第一次就答对', en: 'first answer right' },
  firstWrong: { zh: '第一次没答对', en: 'first answer not right' },
  refused: { zh: '被拒绝：{error}', en: 'refused: {error}' },
  wait: { zh: '等待', en: 'wait' },
  why: { zh: '为什么', en: 'Why' },
  check: { zh: '确定', en: 'Check' },
  right: { zh: '对', en: 'right' },
  wrong: { zh: '不对', en: 'not right' },
  differs: { zh: '浏览器之间的不同', en: 'Where browsers differ' },
  next: { zh: '下一个实验', en: 'Next lab' },
  nextOnRoad: { zh: '这条路上的下一个', en: 'Next on this road' },
  noNext: { zh: '这条路走完了', en: 'This road is done' },
  allLabs: { zh: '全部实验', en: 'All labs' },
  laterText: {
    zh: '解决别的实验之后，这个实验的三道题会出现在实验地图上。',
    en: 'After you have solved another lab, three questions about this one wait on the map of labs.',
  },
  review: { zh: '回头再想想', en: 'Questions to come back to' },
  reviewCount: { zh: '{n} 道题等着你', en: '{n} {n|question|questions} to come back to' },
  reviewFrom: { zh: '来自：{name}', en: 'From: {name}' },
  reviewNext: { zh: '下一题', en: 'Next question' },
  reviewDone: { zh: '都答过了。', en: 'All answered.' },
})

/** Why a lab was not opened from a file. */
export const labFileProblems = defineMessages({
  'too-large': { zh: '文件太大，不是实验。', en: 'The file is too large for a lab.' },
  'not-json': { zh: '这个文件不是 JSON。', en: 'The file is not JSON.' },
  foreign: { zh: '这个文件不是实验。', en: 'The file is no lab.' },
  newer: { zh: '这个实验要用更新的版本打开。', en: 'The lab needs a newer version of this app.' },
  damaged: { zh: '这个实验的内容不完整或不合规定：', en: 'The lab is incomplete or not as it should be:' },
  unreadable: { zh: '这个文件读不出来。', en: 'The file could not be read.' },
})

/** The three roads of labs. */
export const roadNames = defineMessages({
  'first-call': { zh: '第一次通话', en: 'First call' },
  'broken-calls': { zh: '出故障的通话', en: 'Broken calls' },
  'changing-calls': { zh: '变化中的通话', en: 'Changing calls' },
})

/** What the labs of a road have in common. */
export const roadTexts = defineMessages({
  'first-call': { zh: '每次都缺一样东西。', en: 'One thing is missing each time.' },
  'broken-calls': { zh: '某一层坏了，找出是哪一层。', en: 'A layer fails. Find out which.' },
  'changing-calls': { zh: '通话已经接通，在通话中改变它。', en: 'The call runs. Change it while it does.' },
})

/** The four marks of a solved lab. */
export const markNames = defineMessages({
  solved: { zh: '解决', en: 'solved' },
  unaided: { zh: '没用提示', en: 'unaided' },
  'within-par': { zh: '操作不多', en: 'within par' },
  explained: { zh: '说出原因', en: 'explained' },
})
