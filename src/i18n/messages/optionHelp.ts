import { defineMessages } from '../i18n'

/** What each option does; shown behind its question mark. */
export const optionHelp = defineMessages({
  testPattern: {
    zh: '打开后，第 1 步和第 8 步不用摄像头和麦克风：页面自己画一幅会动的画面（`canvas.captureStream()`），再播出一个很轻的单音（`OscillatorNode`）。轨道是真的，后面的步骤完全一样，也不会弹出权限询问。',
    en: 'When on, steps 1 and 8 need no camera and no microphone: the page draws a moving picture (`canvas.captureStream()`) and hums a quiet tone (`OscillatorNode`). The tracks are real, every later step is the same, and no permission is asked for.',
  },
  trickle: {
    zh: '打开时（渐进式 ICE，RFC 8838）：描述先发，候选找到一个发一个，接通最快。关闭时：第 5 步等到 `iceGatheringState` 变为 `complete`，候选全部写进描述，两端一共只有两条消息；有一台 STUN 服务器没有响应，就可能要多等几十秒。',
    en: 'On (Trickle ICE, RFC 8838): the description goes first, and each candidate follows as it is found; this connects fastest. Off: step 5 waits until `iceGatheringState` is `complete` and the description carries all candidates, so two messages do; one STUN server that does not reply costs many seconds.',
  },
})
