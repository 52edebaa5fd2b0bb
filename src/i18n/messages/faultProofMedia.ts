import { TEXT_ALONE } from './faultProofWords'
import type { FaultProofWords } from './faultProofWords'

/** What verdicts about capture and media rest on. */
export const faultProofMedia = {
  'insecure-page': {
    likely: [
      {
        zh: '页面地址是 http，又不是本机；文件里没有任何采集，也没有要发送的东西。',
        en: 'The page is http and not this machine, and the file has neither a capture nor anything to send.',
      },
      TEXT_ALONE,
    ],
  },
  'media-refused': {
    proved: [
      {
        zh: '`getUserMedia()` 失败了，后来也没有一次拿到同样的东西。',
        en: '`getUserMedia()` failed, and no later call got what it asked for.',
      },
    ],
    likely: [TEXT_ALONE],
  },
  'no-common-codec': {
    proved: [
      {
        zh: '应答里这一段端口是 0，编解码器也清空了；或者那一端在别处用的是另外几种。',
        en: 'The answer has port 0 for the section and keeps no codecs in it; or that end uses other codecs elsewhere.',
      },
      {
        zh: '统计里的解码器是 `NullVideoDecoder`。',
        en: 'The decoder in the statistics is `NullVideoDecoder`.',
      },
    ],
    likely: [
      {
        zh: '端口是 0，编解码器却还列着：也可能是有意拒绝这一段。',
        en: 'Port 0, but the codecs are still listed: the section may have been declined on purpose.',
      },
      TEXT_ALONE,
    ],
  },
  'no-key-frame': {
    proved: [
      {
        zh: '统计：视频包不断到达，几秒里一帧也没有解出来，PLI 在增加，没有解出过关键帧。',
        en: 'Statistics: video packets keep arriving, for seconds no frame is decoded, PLIs are sent, and no key frame was ever decoded.',
      },
    ],
    likely: [
      {
        zh: '其余都一样，但统计说解出过关键帧。',
        en: 'The same, but the statistics count a key frame that was decoded.',
      },
    ],
  },
  'not-shown': {
    likely: [TEXT_ALONE],
    open: [
      {
        zh: '视频在解码，文件也会记下元素的变化，却一条都没有。',
        en: 'Video is decoded, and a file that records elements has nothing of one.',
      },
    ],
  },
  'callee-added-nothing': {
    proved: [
      {
        zh: '被叫方创建应答之后才调用 `addTrack()`。',
        en: 'The callee called `addTrack()` only after it had made the answer.',
      },
    ],
    likely: [
      {
        zh: '被叫方采集到了媒体，却没有加到这条连接上。',
        en: 'The callee captured media, and did not add it to this connection.',
      },
    ],
    open: [
      {
        zh: '应答只收不发，看不出被叫方本来要不要发送。',
        en: 'The answer only receives, and nothing shows whether the callee was meant to send.',
      },
    ],
  },
  'capture-died': {
    likely: [
      {
        zh: '本地轨道触发了 `ended`，或者 `mute` 很久没有恢复；或者摄像头不再给出新的帧，而连接还在发送。',
        en: 'A local track fired `ended`, or `mute` and stayed muted; or the camera gives no more frames while the connection goes on sending.',
      },
    ],
  },
  'poor-quality': {
    proved: [
      {
        zh: '统计：丢包一直很多，或者画面有一成以上的时间是冻结的。',
        en: 'Statistics: many packets are lost for a while, or the picture is frozen for a tenth of the time or more.',
      },
    ],
    likely: [
      {
        zh: '发送端大部分时间受 CPU 或带宽限制，帧率或尺寸也降了下来。',
        en: 'The sender is held back by CPU or bandwidth most of the time, and its frame rate or size has dropped.',
      },
    ],
  },
} as const satisfies Record<string, FaultProofWords>
