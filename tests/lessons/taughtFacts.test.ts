import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lessonFolder } from '../../build/lesson-folders'
import { outline } from '../../build/lesson-outline'
import { messages, places, texts } from './read'

/** What a page must say in both languages, because a learner without it builds the wrong thing. */
const FACTS: readonly (readonly [string, ...(string | RegExp)[]])[] = [
  [
    'steps/01-capture-media',
    '`muted`',
    '`playsInline`',
    /事件和消息都不会重放|events and messages are not replayed/,
  ],
  ['steps/05-gather-candidates', /连不到另一个浏览器|never another browser/, 'mDNS'],
  ['steps/06-send-offer', /候选结束指示|end-of-candidates/, /2953|2,953/, 'Firefox'],
  ['steps/07-set-remote-offer', /操作链|operations chain/],
  [
    'steps/08-prepare-callee-media',
    '`transceiver.sender.replaceTrack(track)`',
    '`sender.setStreams(stream)`',
  ],
  ['steps/10-set-local-answer', /两个新的连接|two fresh connections/, /一个方向|one direction only/],
  ['steps/13-set-remote-answer', 'concept:perfect-negotiation#glare', 'step:set-local-offer'],
  ['steps/15-hang-up', '`sender.transport.onstatechange`', '`pagehide`', /崩溃|crash/],
  [
    'concepts/ice',
    /媒体段、组件、传输协议和地址族|media section and component/,
    /接收方的口令|the end it goes to/,
  ],
  [
    'concepts/candidates',
    /由 `null` 转成|from the `null`/,
    /两个浏览器之间却连不上|two browsers never connect over TCP/,
  ],
  ['concepts/data-channels', /正常关闭|orderly close/, /心跳|heartbeat/, '`bufferedAmountLowThreshold`'],
  ['concepts/security', 'SFU', 'MCU', /TURN 中继不同|TURN relay is different/, 'SFrame'],
  ['concepts/security', /被叫方会拒绝呼叫方的检查|callee refuses the caller's checks/, /15 (秒|seconds)/],
  ['concepts/sdp', /节选|excerpt/i, /末尾的换行被去掉|whose end was trimmed/],
  ['concepts/stun-turn', 'RFC 9335', '`turns:…:443?transport=tcp`', /11/, 'HMAC-SHA1'],
  ['concepts/media', '`loadeddata`', '`framesDecoded`', '`currentDirection`'],
  ['concepts/nat', 'CGNAT', 'IPv6', 'RFC 4787'],
]

test.each(FACTS)('%s says what a programmer needs, in both languages', (page, ...facts) => {
  for (const language of ['zh', 'en']) {
    const text = readFileSync(`lessons/${page}/${language}.md`, 'utf8')
    for (const fact of facts) expect(text).toMatch(fact)
  }
})

// webrtc-pc §4.3
test.each([
  ['iceGatheringState', ['new', 'gathering', 'complete']],
  ['iceConnectionState', ['new', 'checking', 'connected', 'completed', 'disconnected', 'failed', 'closed']],
  ['connectionState', ['new', 'connecting', 'connected', 'disconnected', 'failed', 'closed']],
])('the page on ICE lists every value of %s', (state, values) => {
  for (const language of ['zh', 'en']) {
    const line = readFileSync(`lessons/concepts/ice/${language}.md`, 'utf8')
      .split('\n')
      .find((text) => text.startsWith(`- \`${state}\``))
    for (const value of values) expect(line).toContain(`\`${value}\``)
  }
})

test.each([
  'add-tracks',
  'create-offer',
  'gather-candidates',
  'prepare-callee-media',
  'set-local-answer',
  'connected',
  'hang-up',
] as const)('the lesson %s shows a figure', (id) => {
  const file = `lessons/steps/${lessonFolder(id)}/zh.md`
  const { fences } = outline(readFileSync(file, 'utf8'), file)
  expect(fences.filter((fence) => fence.startsWith('figure'))).toHaveLength(1)
})

describe('sentences that a native reader corrected do not come back', () => {
  test('in Chinese', () => {
    const chinese =
      /本事不一样|露脸|新题目|这一问会|归成一个|的主意是|打来的检查|链子|半截的事|容易栽|抽取了新的|位随机性|取课文|发往过|差错各有|凭什么认出|对方收得了|哪一方再提议|还没了结|就放着不用|提出提议的|谁的指纹随描述|老清单|照着它们共享|去问外面的人|互相连上|弄坏通话/
    expect(places([...texts('zh'), ...messages], chinese)).toEqual([])
  })

  test('in English', () => {
    const english =
      /Whose fingerprint came|tends to have several|by who does not know|engage somebody|and said to be|one thing a line|Thinking better of|and willing to do `recvonly`|take long to tell|that is told too|both are told|How often does|bits of chance|\buser fragment|what tells a stale|part of the packets since|has the packet thrown|leaves alone what|sections will the candidates be for/
    expect(places([...texts('en'), ...messages], english)).toEqual([])
  })
})
