import { defineMessages } from '../i18n'

/** Words of saving and opening what the inspector has received, and of using it from another app. */
export const inspectorSession = defineMessages({
  save: { zh: '保存会话', en: 'Save session' },
  saveTitle: {
    zh: '文件里有应用发来的全部内容，密码之类也在内',
    en: 'The file holds everything that the app sent, also secrets',
  },
  open: { zh: '打开保存的会话…', en: 'Open a saved session…' },
  isOpen: { zh: '保存的会话：{file}', en: 'Saved session: {file}' },
  close: { zh: '关闭会话', en: 'Close the session' },
  listen: { zh: '接收 Node 里的状态机', en: 'Listen for machines in Node' },
  listening: {
    zh: '正在等。在 Node 程序里：`createWebSocketInspector({ url: "{url}" })`。',
    en: 'Waiting. In the Node program: `createWebSocketInspector({ url: "{url}" })`.',
  },
  noServer: {
    zh: '这个页面的服务器没有转发功能。用 `npm start` 启动“握手”，从 localhost 打开检查器，再试一次。',
    en: 'The server of this page does not pass messages on. Start Handshake with `npm start`, open the inspector from localhost and try again.',
  },
  fromNode: { zh: '来自 Node 程序', en: 'From a program in Node' },
  useTitle: { zh: '用在你自己的应用里', en: 'Use it for your own app' },
  useLead: {
    zh: '装上 `@statelyai/inspect`，在点击处理函数里调用：',
    en: 'Install `@statelyai/inspect` and call this in a click handler:',
  },
  shows: {
    zh: '能看到：actor 和它们的状态图（当前状态会亮起）、每个事件及其内容、时序图、上下文和它的变化。收到的全部内容可以保存成一个 JSON 文件，以后在这里再打开。',
    en: 'You see the actors with their statecharts (the active state is lit), each event with its payload, a sequence diagram, and the context with its changes. All that was received can be saved as a JSON file and opened here again.',
  },
})

/** Why a file was not opened as a session. */
export const sessionProblems = defineMessages({
  'too-large': {
    zh: '文件太大：最多 5000 万个字符、5 万条消息。',
    en: 'The file is too large: 50 million characters and 50,000 messages are the limit.',
  },
  'not-json': {
    zh: '这不是完整的 JSON 文件。这里只能打开检查器自己保存的会话。',
    en: 'This is no complete JSON file. Only sessions that the inspector saved can be opened here.',
  },
  foreign: {
    zh: '这是 JSON，但不是检查器保存的会话。通话的录制请在通话页打开。',
    en: 'This is JSON, but no session that the inspector saved. Open the recording of a call on the page of the call.',
  },
  newer: {
    zh: '这个会话来自更新的版本，请刷新页面后再打开。',
    en: 'This session comes from a later version: reload the page, then open it again.',
  },
  damaged: {
    zh: '会话里有一条消息不合格式，整个文件没有打开。',
    en: 'One message in the session breaks the format, so none of the file was opened.',
  },
  unreadable: {
    zh: '浏览器读不了这个文件：可能已被移动、改名，或没有权限。',
    en: 'The browser could not read the file: it may have been moved or renamed, or may not be yours to read.',
  },
})
