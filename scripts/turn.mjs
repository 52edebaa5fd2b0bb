// `npm run turn`: a STUN and TURN server on this machine only, and the lines to type into “ICE servers” of the app.
//   npm run turn [-- --port 3478] [--hours 8]

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findTurnServer } from './browsers.mjs'
import { ephemeralLogin, freePort, startCoturn } from './nat/coturn.mjs'
import { isMain } from './run.mjs'

const HOST = '127.0.0.1'
const HOUR = 3_600

const MISSING = `
coturn is not installed; it is the TURN server that this command starts. Install it, then run the command again:
没有安装 coturn，它就是本命令要启动的 TURN 服务器。请先安装，再运行一次：

  apt-get install coturn      (Debian, Ubuntu)
  brew install coturn         (macOS)

coturn does not run on Windows: use WSL. coturn 不能在 Windows 上运行，请用 WSL。
`

/**
 * Starts the server. Its login is made for this run and ends by itself; the secret never leaves this process.
 * @param {string} executable
 * @param {{ port?: number, hours?: number }} [options]
 */
export async function startTurn(executable, { port = 3478, hours = 8 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-turn-'))
  const secret = randomBytes(24).toString('hex')
  const chosen = await freePort(HOST, port)
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    const server = await startCoturn({
      executable,
      folder,
      address: HOST,
      port: chosen,
      auth: ['--use-auth-secret', `--static-auth-secret=${secret}`],
      // Both ends of the learner's call are on this machine.
      more: ['--allow-loopback-peers'],
    })
    return {
      url: `turn:${HOST}:${chosen}`,
      ...ephemeralLogin(secret, { seconds: Math.round(hours * HOUR) }),
      hours,
      ended: server.ended,
      async close() {
        await server.close()
        forget()
      },
    }
  } catch (error) {
    forget()
    throw error
  }
}

/**
 * What the learner reads.
 * @param {{ url: string, username: string, credential: string, hours: number }} turn
 */
export function describeTurn({ url, username, credential, hours }) {
  return `
  A TURN server runs on this machine. In the app: ⋯ → ICE servers, fill in the three fields and apply.
  本机上的 TURN 服务器已启动。在应用里打开 ⋯ → ICE 服务器，填好下面三栏，点应用。

    URL        ${url}
    User name  ${username}      用户名
    Password   ${credential}      密码

  The login ends in ${hours} h. “Relay only” in the same window sends all media through the server.
  TCP as well: ${url}?transport=tcp. Press Ctrl+C to stop the server.
  登录信息 ${hours} 小时后失效。同一窗口里勾选“仅用中继”，媒体就全部经过它。
  也可以走 TCP：${url}?transport=tcp。按 Ctrl+C 停止服务器。

  No request leaves this machine. A srflx candidate needs a NAT between you and the server: npm run nat-bench has some.
  没有任何请求离开本机。要有 srflx 候选，你和服务器之间得有 NAT：请看 npm run nat-bench。
`
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, hours: { type: 'string' } } })
  const [port, hours] = [Number(values.port ?? 3478), Number(values.hours ?? 8)]
  if (!(Number.isInteger(port) && port > 0 && port < 65_536) || !(hours > 0 && hours <= 720))
    throw new Error('--port is 1 to 65535, --hours is up to 720. --port 是 1 到 65535，--hours 最多 720。')
  const executable = findTurnServer()
  if (executable === undefined) {
    console.error(MISSING)
    process.exitCode = 1
    return
  }
  const turn = await startTurn(executable, { port, hours })
  let isStopping = false
  const stop = async () => {
    isStopping = true
    await turn.close()
    console.log('\nThe TURN server has stopped. TURN 服务器已停止。')
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop())
  console.log(describeTurn(turn))
  await turn.ended
  if (isStopping) return
  console.error('coturn ended by itself. coturn 自己退出了。')
  process.exitCode = 1
}

if (isMain(import.meta.url)) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
