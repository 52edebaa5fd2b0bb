import { defineMessages } from '../i18n'

/** The titles of the faults, in the order of their names; apart from their sentences, so that a list loads only titles. */
export const verdictTitles = defineMessages({
  'no-path': { zh: '两端之间没有可用的路径', en: 'No path between the ends' },
  'wrong-state': { zh: '信令状态不对，调用被拒绝', en: 'A call was refused in the wrong signaling state' },
  'early-candidate': { zh: '候选先于远端描述到达', en: 'Candidates came before the remote description' },
  'insecure-page': { zh: '页面不安全，用不了摄像头', en: 'The page is not secure, so there is no camera' },
  'media-refused': { zh: '摄像头或麦克风没有拿到', en: 'The camera or microphone was not given' },
  'local-names-only': {
    zh: '只有 .local 名字，对方解析不了',
    en: 'Only .local names, which the other end cannot resolve',
  },
  'unreachable-address': {
    zh: '对方给出的地址到不了',
    en: 'The other end announces addresses that cannot be reached',
  },
  'udp-blocked': { zh: 'UDP 出不去', en: 'UDP is blocked' },
  'no-common-codec': { zh: '没有共同的编解码器', en: 'No common codec' },
  'never-negotiated': { zh: '改动之后没有重新协商', en: 'A change was never negotiated' },
  'turn-refused': { zh: 'TURN 服务器拒绝了', en: 'The TURN server refuses' },
  'dtls-roles': { zh: 'DTLS 角色冲突', en: 'The DTLS roles clash' },
  'no-key-frame': {
    zh: '包到了，画面解不出来：缺关键帧',
    en: 'Packets arrive, no picture: the key frame is missing',
  },
  'dtls-unfinished': { zh: 'ICE 通了，DTLS 没有完成', en: 'ICE is connected, DTLS is not' },
  'lost-without-restart': { zh: '断线之后没有重启 ICE', en: 'The path was lost, and ICE was not restarted' },
  'not-shown': { zh: '解码了，但可能没有显示', en: 'Decoded, but perhaps not shown' },
  'connections-leaked': { zh: '用完的连接没有关闭', en: 'Connections are left open' },
  'channel-never-opens': { zh: '数据通道没有打开', en: 'The data channel never opens' },
  'callee-added-nothing': {
    zh: '被叫方没有加轨道，只能单向',
    en: 'The callee added no tracks: one way only',
  },
  'sections-out-of-order': { zh: '媒体段的顺序对不上', en: 'The media sections are out of order' },
  'sdp-damaged': { zh: 'SDP 在途中被改动或损坏', en: 'The SDP was changed or damaged on its way' },
  'capture-died': { zh: '采集中途停了', en: 'The capture died' },
  'poor-quality': { zh: '通话质量差', en: 'Poor quality' },
  'no-candidates-exchanged': { zh: '候选没有交换过', en: 'No candidates were exchanged' },
  'closed-early': { zh: '一断线就被应用关闭', en: 'The app closed the connection at once' },
  'never-answered': { zh: '提议没有得到应答', en: 'The offer was never answered' },
  'nothing-to-negotiate': { zh: '提议里没有任何媒体段', en: 'The offer has no media section' },
})
