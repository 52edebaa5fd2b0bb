import { defineMessages } from '../i18n'

/** What a learner copies onto a worksheet; the place where it stands is part of the words. */
export const blankNames = defineMessages({
  tracks: { zh: '采集到的轨道', en: 'Captured tracks' },
  duration: { zh: '这一步用了多久', en: 'How long the step took' },
  signalingState: { zh: '`signalingState`', en: '`signalingState`' },
  iceGatheringState: { zh: '`iceGatheringState`', en: '`iceGatheringState`' },
  iceConnectionState: { zh: '`iceConnectionState`', en: '`iceConnectionState`' },
  connectionState: { zh: '`connectionState`', en: '`connectionState`' },
  slots: { zh: '哪些描述槽位有内容', en: 'Which description slots are filled' },
  direction: { zh: '各收发器的 `direction`', en: '`direction` of each transceiver' },
  currentDirection: { zh: '各收发器的 `currentDirection`', en: '`currentDirection` of each transceiver' },
  sections: { zh: '`m=` 行及其 `mid`，按次序', en: 'The `m=` lines with their `mid`, in order' },
  ufrag: { zh: '`a=ice-ufrag`', en: '`a=ice-ufrag`' },
  fingerprint: {
    zh: '`a=fingerprint`：算法和前四个字节',
    en: '`a=fingerprint`: algorithm, first four bytes',
  },
  setup: { zh: '`a=setup`', en: '`a=setup`' },
  videoCodec: { zh: '视频段的第一个编解码器', en: 'First codec of the video section' },
  candidateLines: { zh: '有几行 `a=candidate`', en: 'Number of `a=candidate` lines' },
  candidates: { zh: '各类候选的个数', en: 'Number of candidates of each type' },
  firstAddress: { zh: '第一个候选的地址和端口', en: 'Address and port of the first candidate' },
  firstPriority: { zh: '它的优先级', en: 'Its priority' },
  messageSize: { zh: '信令消息的大小', en: 'Size of the signaling message' },
  pair: { zh: '选中的候选对：类型和地址', en: 'Selected pair: types and addresses' },
  untilConnected: { zh: '从第 13 步到两端都 `connected`', en: 'From step 13 until both are `connected`' },
  actions: { zh: '你在两端一共执行了几次操作', en: 'Operations you ran on both ends' },
  refusedCall: { zh: '第一个被拒绝的调用（没有就写 –）', en: 'First call that was refused (– if none)' },
  errorText: { zh: '浏览器的报错原文', en: 'The exact text of the browser’s error' },
})
