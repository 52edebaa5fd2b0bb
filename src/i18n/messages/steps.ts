import { defineMessages } from '../i18n'

/** The name of each step on the map and on the button; the lesson of the same id has the same title. */
export const stepNames = defineMessages({
  'capture-media': { zh: '采集本地媒体', en: 'Capture local media' },
  'add-tracks': { zh: '创建连接并添加轨道', en: 'Create the connection, add tracks' },
  'create-offer': { zh: '创建提议', en: 'Create the offer' },
  'set-local-offer': { zh: '把提议设为本地描述', en: 'Set the local offer' },
  'gather-candidates': { zh: '收集 ICE 候选', en: 'Gather ICE candidates' },
  'send-offer': { zh: '发送提议', en: 'Send the offer' },
  'set-remote-offer': { zh: '把提议设为远端描述', en: 'Set the remote offer' },
  'prepare-callee-media': { zh: '准备被叫方媒体', en: "Prepare the callee's media" },
  'create-answer': { zh: '创建应答', en: 'Create the answer' },
  'set-local-answer': { zh: '把应答设为本地描述', en: 'Set the local answer' },
  'send-answer': { zh: '发送应答', en: 'Send the answer' },
  'receive-answer': { zh: '收到应答', en: 'Receive the answer' },
  'set-remote-answer': { zh: '把应答设为远端描述', en: 'Set the remote answer' },
  connected: { zh: '接通', en: 'Connected' },
  'hang-up': { zh: '挂断', en: 'Hang up' },
})
