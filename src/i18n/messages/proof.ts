import { defineMessages } from '../i18n'

/** Words of the page on which a student makes a certificate. */
export const handIn = defineMessages({
  title: { zh: '交作业：保存证明文件', en: 'Hand in: save a certificate' },
  description: {
    zh: '把做完的实验、猜对猜错的次数、自己的一次通话和说明存成一个文件，交给老师。什么都不会发出去。',
    en: 'Save your solved labs, your guesses, a call of your own and your explanation as one file for your teacher. Nothing is sent.',
  },
  stays: {
    zh: '文件只存到这台电脑上，由你自己交。地址、凭据和设备名会换成占位符，和保存录制时一样。',
    en: 'The file is stored on this computer only, and you hand it in yourself. Addresses, credentials and device names become placeholders, as in a saved recording.',
  },
  name: { zh: '你的姓名', en: 'Your name' },
  explanation: { zh: '你的说明', en: 'Your explanation' },
  explanationHelp: {
    zh: '用自己的话写：这次通话里发生了什么，为什么。',
    en: 'In your own words: what happened in this call, and why.',
  },
  recording: { zh: '你自己的一次通话', en: 'A call of your own' },
  none: { zh: '不带录制', en: 'No recording' },
  page: { zh: '这个页面里的通话', en: 'The call in this page' },
  shown: { zh: '打开着的录制', en: 'The recording that is open' },
  file: { zh: '录制文件…', en: 'A recorded file…' },
  fromFile: { zh: '文件：{name}', en: 'File: {name}' },
  fileHelp: {
    zh: '实验的通话不会留在页面里：在实验里用“保存”存成录制，再从这里选。',
    en: 'The call of a lab does not stay in the page: save it in the lab as a recording, and choose that here.',
  },
  inIt: { zh: '文件里会有', en: 'What will be in it' },
  labs: {
    zh: '做完的实验：{n} 个，其中 {unaided} 个没用提示',
    en: 'Solved labs: {n}, {unaided} of them unaided',
  },
  guesses: { zh: '猜对 {right} 次，猜错 {wrong} 次', en: 'Guesses: {right} right, {wrong} wrong' },
  steps: { zh: '走过的步骤：{n} / 13', en: 'Steps run: {n} of 13' },
  save: { zh: '保存证明文件', en: 'Save the certificate' },
  needsName: { zh: '先写上姓名。', en: 'Type your name first.' },
  saved: { zh: '已保存：{file}', en: 'Saved: {file}' },
  noHash: {
    zh: '这个页面不是安全上下文（不是 https 或 localhost），浏览器不提供 WebCrypto，所以文件里没有校验值。',
    en: 'This page is not secure (neither https nor localhost), so the browser offers no WebCrypto and the file has no hash.',
  },
  notSaved: { zh: '没有保存成功。浏览器说：', en: 'It could not be saved. The reason given:' },
  notRead: { zh: '这份录制打不开：', en: 'The recording could not be opened:' },
})

/** Words of the page on which a teacher marks certificates. */
export const marking = defineMessages({
  title: { zh: '批改：一个文件夹，一张表', en: 'Marking: a folder becomes a table' },
  description: {
    zh: '拖进学生交来的证明文件，得到一张表：做完了什么、有没有用提示、怎么解释的，以及哪些人交了同一次通话。不上传。',
    en: 'Drop the certificates of a class and get a table: what was solved, unaided or not, how it was explained, and who handed in the same call. Nothing is uploaded.',
  },
  drop: { zh: '把文件夹或文件拖到这里', en: 'Drop a folder or files here' },
  files: { zh: '选择文件…', en: 'Choose files…' },
  folder: { zh: '选择文件夹…', en: 'Choose a folder…' },
  reading: { zh: '正在读：{n} / {all}', en: 'Reading {n} of {all}' },
  tooMany: {
    zh: '一次最多读 {most} 个文件，其余 {rest} 个没有读。',
    en: 'At most {most} files are read at once; {rest} were left out.',
  },
  nothing: { zh: '里面没有文件。', en: 'There are no files in it.' },
  summary: { zh: '{n} 份证明文件', en: '{n} {n|certificate|certificates}' },
  csv: { zh: '导出 CSV', en: 'Export as CSV' },
  again: { zh: '换一批文件', en: 'Other files' },
  proves: { zh: '校验值能说明什么', en: 'What the hash proves' },
  provesText: {
    zh: '校验值（SHA-256）对得上，说明文件保存之后没有被意外改动或截断。它不能证明是谁做的：文件是纯文本，谁都可以手工写一份，再重新算出校验值；“做完”“没用提示”也只是那台浏览器的记录。要确认，就请学生当面讲一遍自己的说明。',
    en: 'A hash (SHA-256) that fits shows that nothing was changed or cut off by accident after the file was saved. It does not prove who did the work: the file is plain text, and anybody can write one by hand and compute a new hash; “solved” and “unaided” are only what that browser noted. To be sure, ask the student to explain in person.',
  },
  sameText: {
    zh: '“同一次通话”看的是证书指纹和前几个事件的时刻，改文件名、改标题、截短都认得出。两人合作的一次通话也会这样显示，请问一问再下结论。',
    en: '“Same call” goes by the fingerprints and by the times of the first events, so that renaming, another title or a shorter copy are recognised. Two students who called each other show up as well: ask before you conclude.',
  },
  insecure: {
    zh: '这个页面不是安全上下文（不是 https 或 localhost），浏览器不提供 WebCrypto：校验值没法核对，其余照常。',
    en: 'This page is not secure (neither https nor localhost), so the browser offers no WebCrypto: hashes cannot be checked here. The rest works.',
  },
  student: { zh: '姓名', en: 'Name' },
  solved: { zh: '做完', en: 'Solved' },
  unaided: { zh: '没用提示', en: 'Unaided' },
  guesses: { zh: '猜对 / 猜错', en: 'Guesses right / wrong' },
  explained: { zh: '说明', en: 'Explained' },
  labs: { zh: '做完的实验', en: 'Solved labs' },
  rightOnly: { zh: '猜对', en: 'Guesses right' },
  wrongOnly: { zh: '猜错', en: 'Guesses wrong' },
  hash: { zh: '校验值', en: 'Hash' },
  recording: { zh: '录制', en: 'Recording' },
  sameCall: { zh: '同一次通话', en: 'Same call as' },
  file: { zh: '文件', en: 'File' },
  made: { zh: '保存时间', en: 'Saved' },
  steps: { zh: '步骤', en: 'Steps' },
  words: { zh: '{n} 字', en: '{n} {n|word|words}' },
  noWords: { zh: '没写', en: 'none' },
  right: { zh: '对得上', en: 'fits' },
  wrong: { zh: '对不上：保存后改动过', en: 'does not fit: changed after saving' },
  none: { zh: '没有', en: 'none' },
  unchecked: { zh: '这里没法核对', en: 'cannot be checked here' },
  connected: { zh: '两端接通', en: 'both ends connected' },
  'not-connected': { zh: '没有接通', en: 'not connected' },
  noRecording: { zh: '没有录制', en: 'no recording' },
  badRecording: { zh: '录制无法读取', en: 'recording not readable' },
  sort: { zh: '按“{name}”排序', en: 'Sort by “{name}”' },
  unread: { zh: '没有读出来的文件', en: 'Files that could not be read' },
  table: { zh: '证明文件', en: 'Certificates' },
})

/** Why a file is no certificate that can be read, and what to do. */
export const certificateProblems = defineMessages({
  'too-large': {
    zh: '文件太大（超过 21 MB），不是证明文件。',
    en: 'The file is too large for a certificate (over 21 MB).',
  },
  'not-json': {
    zh: '不是完整的 JSON：可能传的时候被截断了，请学生重新交一次。',
    en: 'This is no complete JSON; it may have been cut off on the way. Ask for it again.',
  },
  foreign: {
    zh: '是 JSON，但不是证明文件。学生应当在“交作业”那一页保存。',
    en: 'This is JSON, but no certificate. Students save one on the page “Hand in”.',
  },
  recording: {
    zh: '这是一份单独的录制，不是证明文件。请学生在“交作业”那一页选中它，再保存。',
    en: 'This is a recording alone. The student chooses it on the page “Hand in” and saves a certificate.',
  },
  newer: {
    zh: '是用更新的版本保存的：先更新这个应用，再读。',
    en: 'It was saved by a newer version: update this app, then read it again.',
  },
  damaged: {
    zh: '内容不合规定，可能被改过：',
    en: 'Its content is not as it should be; it may have been edited:',
  },
  unreadable: { zh: '浏览器读不出这个文件：', en: 'The browser could not read the file:' },
})
