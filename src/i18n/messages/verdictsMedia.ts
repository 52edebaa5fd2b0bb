import type { VerdictWords } from './verdictWords'

/** Words of the faults in capture and media. Places in braces are facts of the verdict. */
export const verdictsMedia = {
  'insecure-page': {
    what: {
      zh: '页面是 {page}，不是 https，也不是本机；这里没有 `navigator.mediaDevices`，文件里也没有任何采集。',
      en: 'The page is {page}: neither https nor this machine. It has no `navigator.mediaDevices`, and the file has no capture at all.',
    },
    look: {
      zh: '在控制台看 `window.isSecureContext` 和 `navigator.mediaDevices`。',
      en: 'Look at `window.isSecureContext` and `navigator.mediaDevices` in the console.',
    },
    settles: { zh: '控制台里的错误文字。', en: 'The error text in the console.' },
    mend: {
      zh: '用 https 提供页面；开发时用 localhost。',
      en: 'Serve the page over https; while developing, use localhost.',
    },
  },
  'media-refused': {
    what: {
      zh: '`getUserMedia()` 失败：{error}（要的是 {kinds}）。',
      en: '`getUserMedia()` failed: {error} (asked for {kinds}).',
    },
    variants: {
      denied: {
        zh: '用户、浏览器或系统拒绝了采集：{error}（要的是 {kinds}）。',
        en: 'The user, the browser or the system refused: {error} (asked for {kinds}).',
      },
      absent: {
        zh: '没有找到设备：{error}（要的是 {kinds}）。缺一种，整个请求就失败。',
        en: 'A device was not found: {error} (asked for {kinds}). If one kind is missing, the whole request fails.',
      },
      busy: {
        zh: '设备打不开，多半正被别的程序占用：{error}（要的是 {kinds}）。',
        en: 'The device did not start, probably because another program holds it: {error} (asked for {kinds}).',
      },
      constraints: {
        zh: '没有设备满足约束：{error}（要的是 {kinds}）。',
        en: 'No device meets the constraints: {error} (asked for {kinds}).',
      },
    },
    look: {
      zh: '看地址栏的权限图标、系统的隐私设置，以及 iframe 有没有 `allow="camera; microphone"`。',
      en: 'Look at the permission in the address bar, the privacy settings of the system, and `allow="camera; microphone"` of an iframe.',
    },
    settles: { zh: '文件本身已经说明。', en: 'The file settles it.' },
    mend: {
      zh: '失败不必放弃通话：只要音频再试一次，或只接收；告诉用户怎样放开权限。',
      en: 'Do not give up the call: ask again for audio only, or receive only, and tell the user how to allow it.',
    },
  },
  'no-common-codec': {
    what: {
      zh: '应答拒绝了 {kind} 段（端口 0）：提议的编解码器是 {offered}，对方一个也不支持。',
      en: 'The answer rejects the {kind} section (port 0): the offer has {offered}, and the other end supports none of them.',
    },
    variants: {
      decoder: {
        zh: '{kind} 的包到达了，但没有解码器能解（{decoder}）。',
        en: 'Packets of {kind} arrive, and no decoder can decode them ({decoder}).',
      },
    },
    look: {
      zh: '比较两份描述里这一段的 `a=rtpmap` 和 H264 的 `profile-level-id`。',
      en: 'Compare `a=rtpmap` of this section in both descriptions, and `profile-level-id` of H264.',
    },
    settles: { zh: '另一端支持的编解码器列表。', en: 'The list of codecs that the other end supports.' },
    mend: {
      zh: '不要从 SDP 里删编解码器；用 `setCodecPreferences()` 时留下双方都有的，如 VP8 和 Opus。',
      en: 'Do not remove codecs from the SDP. With `setCodecPreferences()` keep one that both have, such as VP8 and Opus.',
    },
  },
  'no-key-frame': {
    what: {
      zh: '收到了 {packets} 个视频包，一帧也没有解出来；请求了 {pli} 次关键帧（PLI）。',
      en: '{packets} video packets arrived, and no frame was decoded; a key frame was asked for {pli} times (PLI).',
    },
    look: {
      zh: '看发送端的 `keyFramesEncoded` 有没有随 PLI 增加。',
      en: 'Look whether `keyFramesEncoded` of the sender grows with the PLIs.',
    },
    settles: { zh: '发送端的统计。', en: 'The statistics of the sender.' },
    mend: {
      zh: '发送端收到 PLI 或 FIR 就发关键帧；转发服务器要把请求传给源头；摄像头设置较短的关键帧间隔。',
      en: 'A sender must answer PLI and FIR with a key frame, a forwarding server must pass them on, and a camera needs a short key frame interval.',
    },
  },
  'not-shown': {
    what: {
      zh: '视频已经解码，但没有元素显示它的记录。',
      en: 'Video is decoded, and nothing was recorded of an element that shows it.',
    },
    look: {
      zh: '看 `<video>` 的 `srcObject`、`paused` 和 `play()` 的结果。',
      en: 'Look at `srcObject` and `paused` of the `<video>`, and at what `play()` returned.',
    },
    settles: { zh: '页面上的那个元素，或它的代码。', en: 'The element on the page, or its code.' },
    mend: {
      zh: '在 `track` 事件里设置 `srcObject`，加上 `autoplay playsinline muted`，`play()` 被拒绝就给一个播放按钮。',
      en: 'Set `srcObject` in the `track` event, with `autoplay playsinline muted`, and show a play button if `play()` is refused.',
    },
  },
  'callee-added-nothing': {
    what: {
      zh: '提议是双向的，应答里 {kinds} 却只收不发：被叫方在创建应答之前没有加轨道。',
      en: 'The offer goes both ways, but the answer does not send {kinds}: the callee had added no track before it made the answer.',
    },
    variants: {
      late: {
        zh: '被叫方在创建应答之后才加轨道，应答里 {kinds} 只收不发；再协商一轮才会发送。',
        en: 'The callee added its tracks after it had made the answer, so the answer does not send {kinds}. Only another round of negotiation sends them.',
      },
      seen: {
        zh: '提议是双向的，对方的应答里 {kinds} 只收不发。是忘了加轨道，还是本来就只看，要看对方的文件。',
        en: 'The offer goes both ways, and the answer does not send {kinds}. Whether the other end forgot its tracks or only wants to watch, its own file shows.',
      },
    },
    look: {
      zh: '看被叫方的 `addTrack()` 在 `createAnswer()` 之前还是之后。',
      en: 'Look whether `addTrack()` of the callee comes before or after `createAnswer()`.',
    },
    settles: {
      zh: '被叫方本来要不要发送：它的代码或文件。',
      en: 'Whether the callee was meant to send: its code or its file.',
    },
    mend: {
      zh: '被叫方先采集、`addTrack()`，再创建应答；加晚了就重新协商。',
      en: 'Let the callee capture and `addTrack()` before it makes the answer; if it was late, negotiate again.',
    },
  },
  'capture-died': {
    what: {
      zh: '本地的 {kind} 轨道停了（{event}），连接却还在：对方看到冻结的画面，或听到静音。',
      en: 'The local {kind} track stopped ({event}) while the connection goes on: the other end sees a frozen picture or hears silence.',
    },
    look: {
      zh: '看那一刻设备有没有被拔掉、被别的程序占用，或来了电话。',
      en: 'Look whether the device was unplugged or taken by another program, or a phone call came in.',
    },
    settles: {
      zh: '页面的代码：是不是自己停掉的。',
      en: 'The code of the page: whether it stopped the track itself.',
    },
    mend: {
      zh: '监听轨道的 `ended` 和 `mute`，重新采集后用 `replaceTrack()` 换上。',
      en: 'Listen to `ended` and `mute` of the track, capture again, and put it in with `replaceTrack()`.',
    },
  },
  'poor-quality': {
    what: {
      zh: '统计显示 {kind} 的质量差（{percent}%）。',
      en: 'The statistics show poor quality of {kind} ({percent} %).',
    },
    variants: {
      loss: {
        zh: '丢包很多：{kind} 的 {percent}%。',
        en: 'Much is lost: {percent} % of the packets of {kind}.',
      },
      freezes: {
        zh: '画面冻结了 {count} 次，占时间的 {percent}%。',
        en: 'The picture froze {count} times, for {percent} % of the time.',
      },
      limited: {
        zh: '发送端 {percent}% 的时间受 {reason} 限制，帧率或尺寸降得很低。',
        en: 'The sender was limited by {reason} for {percent} % of the time, and its frame rate or size is low.',
      },
    },
    look: {
      zh: '看丢包、往返时间和 `qualityLimitationReason` 是同时变差，还是只有一个。',
      en: 'Look whether loss, round-trip time and `qualityLimitationReason` get worse together, or only one of them.',
    },
    settles: { zh: '另一端同一时间的统计。', en: 'The statistics of the other end at the same time.' },
    mend: {
      zh: '受带宽限制就降低码率和分辨率；受 CPU 限制就换编解码器或减小尺寸；Wi-Fi 丢包就换网络。',
      en: 'For bandwidth lower bitrate and size; for CPU another codec or a smaller picture; for loss on Wi-Fi another network.',
    },
  },
} as const satisfies Record<string, VerdictWords>
