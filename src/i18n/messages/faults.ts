import { defineMessages } from '../i18n'

/** Words of the pages about the faults that Diagnose knows, and of their list. */
export const faultPage = defineMessages({
  list: { zh: '能认出的全部问题', en: 'All faults that it knows' },
  listIntro: {
    zh: '按通话的步骤排列。每一个都说明凭什么下结论、怎样修好。',
    en: 'In the order of the call. Each page says what a verdict rests on, and how to mend it.',
  },
  atStep: { zh: '第 {n} 步 · {step}', en: 'Step {n} · {step}' },
  after: { zh: '第 13 步之后 · ICE、DTLS、媒体', en: 'After step 13 · ICE, DTLS, media' },
  what: { zh: '发生了什么', en: 'What happened' },
  example: {
    zh: '结论会说下面其中一句，数字和引文是举例：',
    en: 'A verdict says one of these; numbers and quotations are examples:',
  },
  restsOn: { zh: '凭什么下结论', en: 'What a verdict rests on' },
  neverProved: {
    zh: '没有一份文件能证明它，最多是很可能。',
    en: 'No file proves it; at most it is likely.',
  },
  onlyProved: {
    zh: '要么文件证明它，要么就不下这个结论。',
    en: 'Either the file proves it, or there is no such verdict.',
  },
  where: { zh: '在哪一步', en: 'At which step' },
  afterwards: {
    zh: '多半在第 13 步之后才显出来；结论写的是最后做完的一步。',
    en: 'It mostly shows after step 13; a verdict names the last step that was done.',
  },
  reproduce: { zh: '自己重现一遍', en: 'Break it yourself' },
  readOn: { zh: '接着读', en: 'Read on' },
  bring: { zh: '是这个问题吗？把文件拿来看看', en: 'Is it yours? Bring your dump' },
  bringText: {
    zh: '转储、SDP 或错误文字都行，就在浏览器里读。',
    en: 'A dump, SDP or an error text; it is read in your browser.',
  },
  toDiagnose: { zh: '去诊断', en: 'Diagnose a call' },
})
