import { defineMessages } from '../i18n'

/** Words of the controls: the bar of buttons that drives the call. */
export const controlsWords = defineMessages({
  menu: { zh: '通话菜单', en: 'Call menu' },
  label: { zh: '操作栏', en: 'Controls' },
  restart: { zh: '重来', en: 'Restart' },
  hangUp: { zh: '挂断', en: 'Hang up' },
  play: { zh: '自动播放', en: 'Play' },
  pause: { zh: '暂停', en: 'Pause' },
  stop: { zh: '停下', en: 'Stop' },
  speed: { zh: '播放速度', en: 'Speed of play' },
  progress: { zh: '进度', en: 'Progress' },
  doneOf: { zh: '13 步中已完成 {n} 步', en: '{n} of 13 steps done' },

  run: { zh: '下一步 {n} · {name}', en: 'Next {n} · {name}' },
  retry: { zh: '重试 {n} · {name}', en: 'Retry {n} · {name}' },
  leaveGathering: { zh: '不再等候选，继续', en: 'Go on without waiting' },
  waitForDevices: { zh: '等待摄像头和麦克风…', en: 'Waiting for camera and microphone…' },
  waitForCandidates: { zh: '正在收集候选…', en: 'Gathering candidates…' },
  waitForCall: { zh: '第 {n} 步 · 等待', en: 'Step {n} · waiting for' },
  waitForOffer: { zh: '等待提议到达…', en: 'Waiting for the offer…' },
  waitForAnswer: { zh: '等待应答到达…', en: 'Waiting for the answer…' },
  runningToStep: { zh: '正在运行到第 {n} 步…', en: 'Running to step {n}…' },
  runningToConnected: { zh: '正在运行到接通…', en: 'Running until connected…' },
  connecting: { zh: '正在接通…', en: 'Connecting…' },
  repairing: { zh: '正在做 ICE 重启…', en: 'Restarting ICE…' },
  interrupted: { zh: '连接中断，等待恢复…', en: 'Interrupted, waiting…' },
  seeConnected: { zh: '看浏览器接着做了什么', en: 'See what the browser does now' },
  whatNow: { zh: '接下来做什么？', en: 'What now?' },
  door: { zh: '接着 · {name}', en: 'Next · {name}' },
  restartIce: { zh: 'ICE 重启', en: 'Restart ICE' },
  startOver: { zh: '换新的连接，从头再来', en: 'Start over with fresh connections' },
})
