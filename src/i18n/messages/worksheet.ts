import { defineMessages } from '../i18n'

/** Words of the worksheets. */
export const worksheet = defineMessages({
  title: { zh: '工作单', en: 'Worksheets' },
  description: {
    zh: '每一步、每个实验一张 A4 工作单，学生填自己那次通话的值；再用一份录制或页面里的通话生成参考答案。',
    en: 'A sheet of A4 for each step and each lab, filled in from the student’s own call, and an answer sheet made from a recording or from the call in the page.',
  },
  choose: { zh: '哪一张', en: 'Which sheet' },
  steps: { zh: '步骤', en: 'Steps' },
  labs: { zh: '实验', en: 'Labs' },
  answers: { zh: '填好参考答案', en: 'With the answers' },
  answersHelp: {
    zh: '题目的答案总会填上。通话里的值来自：',
    en: 'The answers to the questions are always filled in. The values of the call come from:',
  },
  noCall: { zh: '没有通话，空着', en: 'no call: leave them empty' },
  thisPage: { zh: '这个页面里的通话', en: 'the call in this page' },
  example: { zh: '示例录制', en: 'An example recording' },
  file: { zh: '打开录制文件…', en: 'Open a recording…' },
  fromFile: { zh: '文件：{name}', en: 'file: {name}' },
  unfit: {
    zh: '这次通话不是在实验里做的，对不上实验的工作单。先在实验里做完，用“保存”存下录制，再到这里打开。',
    en: 'This call was not made in a lab, so it does not fit the sheet of a lab. Solve the lab, save its recording, and open that here.',
  },
  unfitStep: {
    zh: '这份录制来自实验台，没有 13 步，对不上步骤的工作单。',
    en: 'This recording is of the bench, which has no steps, so it does not fit the sheet of a step.',
  },
  print: { zh: '打印', en: 'Print' },
  sheetOf: { zh: '工作单', en: 'Worksheet' },
  answerSheet: { zh: '参考答案', en: 'Answer sheet' },
  name: { zh: '姓名', en: 'Name' },
  group: { zh: '班级', en: 'Class' },
  date: { zh: '日期', en: 'Date' },
  browser: { zh: '浏览器', en: 'Browser' },
  task: { zh: '任务', en: 'Task' },
  stepTask: {
    zh: '先做第一部分的猜测，再在自己的通话里执行这一步，然后填第二部分。值各不相同，照自己屏幕上的抄。',
    en: 'Make your guesses in part 1, run the step in a call of your own, then fill in part 2. Values differ from call to call: copy those on your screen.',
  },
  labTask: {
    zh: '先猜，再动手，达到目标就打勾。第三部分填自己这次通话的值，最后说明原因。',
    en: 'Guess first, then mend the call and tick the goals you reach. Part 3 is for values of your own call; then say why.',
  },
  guess: { zh: '先猜', en: 'Guess first' },
  values: { zh: '从自己的通话里抄', en: 'Copy from your own call' },
  goals: { zh: '目标', en: 'Goals' },
  why: { zh: '用自己的话解释', en: 'Explain in your own words' },
  whyStep: { zh: '为什么要有这一步？', en: 'Why is this step there?' },
  whyLab: { zh: '为什么出了问题，又为什么修好了？', en: 'Why did it fail, and why does it work now?' },
  noValue: { zh: '这次通话里没有', en: 'not in this call' },
  noStats: { zh: '录制里没有统计，请在通话里看', en: 'a recording holds no statistics: look in a call' },
  depends: { zh: '取决于自己的通话', en: 'depends on the call' },
  address: { zh: '在这里做：', en: 'Do it here:' },
  notLoaded: { zh: '这张工作单没有加载成功。', en: 'This sheet could not be loaded.' },
  loading: { zh: '正在准备工作单…', en: 'Preparing the sheet…' },
})
