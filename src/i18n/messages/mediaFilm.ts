import { defineMessages } from '../i18n'

/** Words of the film strip and of the jitter buffer. */
export const mediaFilm = defineMessages({
  at: { zh: '第 13 步之后 {ms} 毫秒', en: '{ms} ms after step 13' },
  slider: { zh: '时刻', en: 'Moment' },
  back: { zh: '上一幕', en: 'Back' },
  next: { zh: '下一幕', en: 'Next' },
  strip: { zh: '胶片：{all} 个包', en: 'Film strip: {all} packets' },
  list: { zh: '用文字看完这两秒', en: 'The two seconds in words' },
  media: { zh: '音视频包', en: 'audio and video packets' },
  dropped: { zh: '丢失', en: 'lost' },
  target: { zh: '目标码率', en: 'target bitrate' },
  decoded: { zh: '已解码的帧', en: 'frames decoded' },
  keyFrames: { zh: '编码的关键帧', en: 'key frames encoded' },
  none: { zh: '还没有', en: 'none yet' },
})

export const mediaLanes = defineMessages({
  connect: { zh: 'ICE、DTLS', en: 'ICE, DTLS' },
  audio: { zh: '音频', en: 'audio' },
  video: { zh: '视频', en: 'video' },
  rtx: { zh: 'RTX', en: 'RTX' },
  feedback: { zh: '反馈', en: 'feedback' },
})

/** One sentence or two for each moment of the strip. */
export const mediaMomentWords = defineMessages({
  answer: {
    zh: '呼叫方刚设置应答。协商完成了，一个媒体包也还没发。',
    en: 'The caller has just set the answer. The negotiation is over, and not one packet of media has been sent.',
  },
  ice: {
    zh: 'ICE 接通：检查得到响应，有了一条可用的路径。',
    en: 'ICE is connected: a check was answered, so there is a path.',
  },
  dtls: {
    zh: 'DTLS 的最后一个包到达，两端都有了 SRTP 的密钥。',
    en: 'The last packet of the DTLS handshake arrives, and both ends have keys for SRTP.',
  },
  packet: {
    zh: '呼叫方发出第一个音视频包。它自己的握手刚做完，不必等对方确认。',
    en: 'The caller sends its first packet of media. Its own handshake is done, and it waits for nothing more.',
  },
  picture: {
    zh: '第一个视频包到达。第一帧是关键帧，分装在几个包里，缺一个就解不出来。',
    en: 'The first packet of video arrives. The first frame is a key frame in several packets, and all of them are needed.',
  },
  decoded: {
    zh: '有了最早的画面：`framesDecoded` 从 0 变成 2。',
    en: 'The first pictures: `framesDecoded` goes from 0 to 2.',
  },
  pli: {
    zh: '被叫方少了包，后面的帧解不下去，于是发 PLI，要一个关键帧。',
    en: 'Packets are missing at the callee, and it cannot decode on. It sends a PLI: a key frame, please.',
  },
  'key-frame': {
    zh: '呼叫方编好第二个关键帧，开始发送。',
    en: 'The caller has encoded a second key frame and begins to send it.',
  },
  lost: {
    zh: '网络丢了一个视频包（打叉的）。此刻两端都不知道。',
    en: 'The network loses a packet of video (crossed out). At this moment neither end knows.',
  },
  nack: {
    zh: '后面的包到了，编号却缺一个：被叫方发 NACK，要那个编号。',
    en: 'Later packets arrive and one number is missing: the callee sends a NACK with that number.',
  },
  repair: {
    zh: '丢失的内容在 RTX 流里重发，到达了。从丢失到补上，用了一个往返还多。',
    en: 'What was lost arrives again in the RTX stream. From loss to repair it took more than one round trip.',
  },
})

export const jitterBuffer = defineMessages({
  slider: { zh: '缓冲 {ms} 毫秒', en: 'Buffer: {ms} ms' },
  picture: {
    zh: '{all} 个音频包，每点一个，越高到得越晚',
    en: '{all} packets of sound, a dot each; the higher, the later',
  },
  late: {
    zh: '缓冲 {ms} 毫秒：{all} 个包里有 {n} 个来晚了，播放时只能补上假的声音。每句话都多等 {ms} 毫秒。',
    en: 'A buffer of {ms} ms: {n} of {all} packets come too late, and sound has to be made up for them. Every word waits {ms} ms.',
  },
  task: {
    zh: '找出一个包也不来晚的最小缓冲（差不超过 10 毫秒）。',
    en: 'Find the smallest buffer with which no packet is late, to within 10 ms.',
  },
  why: {
    zh: '再小就有断续，再大只是白等。浏览器不停地做这件事：网络抖得厉害就加大缓冲，平稳了再慢慢减小。',
    en: 'Less makes gaps, more only makes people wait. The browser does this all the time: it lets the buffer grow when arrival becomes uneven, and shrink slowly when it is even again.',
  },
  own: { zh: '你的通话（{end}收到的）', en: 'Your call, as received by the {end}' },
  delay: { zh: '平均缓冲', en: 'average buffer' },
  jitter: { zh: '抖动', en: 'jitter' },
  lost: { zh: '丢包', en: 'packets lost' },
  noCall: {
    zh: '现在没有运行中的通话。先把通话走到接通，再回来，这里就是你自己的数值。',
    en: 'No call is running. Take your call to connected and come back: then these are your own numbers.',
  },
})
