// One end of a call as the bench sees it: a process in a namespace that answers commands (endProcess.mjs).

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../run.mjs'

/** @import { NatReport } from '../../tests/support/natInPage' */

/** Milliseconds until a command that is not answered counts as failed: a browser starts in less. */
const PATIENCE = 60_000

/**
 * Starts the process. `onPost`: what the end posts to the other one.
 * @param {{ within: string[], onPost: (data: unknown) => void }} options
 */
export function openEnd({ within, onPost }) {
  const [command = '', ...args] = [...within, process.execPath, join(root, 'scripts/nat/endProcess.mjs')]
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  /** @type {Map<number, { resolve: (output: any) => void, reject: (error: Error) => void }>} */
  const asked = new Map()
  /** @type {string[]} */
  const problems = []
  let last = 0
  // Not `close`: that never comes for a process whose channel this side has disconnected.
  const ended = new Promise((resolve) => child.once('exit', () => resolve(undefined)))
  const fail = (/** @type {string} */ why) => {
    for (const { reject } of asked.values()) reject(new Error(why))
    asked.clear()
  }
  child.once('error', (error) => fail(error.message))
  child.once('exit', () => fail('the process of an end has ended'))
  child.on('message', (/** @type {any} */ message) => {
    if (message.type === 'post') onPost(message.data)
    else if (message.type === 'problem') problems.push(message.text)
    else {
      const { resolve, reject } = asked.get(message.id) ?? {}
      asked.delete(message.id)
      if (message.error === undefined) resolve?.(message.output)
      else reject?.(new Error(message.error))
    }
  })

  /** @returns {Promise<any>} */
  function ask(/** @type {string} */ name, /** @type {unknown} */ input = null) {
    if (!child.connected) return Promise.reject(new Error('the process of an end has ended'))
    const id = (last += 1)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        asked.delete(id)
        reject(new Error(`no answer to ${name}`))
      }, PATIENCE)
      const done = (/** @type {() => void} */ run) => {
        clearTimeout(timer)
        run()
      }
      asked.set(id, {
        resolve: (output) => done(() => resolve(output)),
        reject: (error) => done(() => reject(error)),
      })
      child.send({ id, command: name, input })
    })
  }

  return {
    /** Errors that nothing caught in the page. */
    problems,
    open: (/** @type {unknown} */ input) => ask('open', input),
    deliver: (/** @type {unknown} */ data) => ask('deliver', data),
    begin: () => ask('begin'),
    restartIce: () => ask('restartIce'),
    /** @returns {Promise<NatReport>} */
    report: () => ask('report'),
    /** Ends the process and its browser, politely for a while. */
    async close() {
      await ask('close').catch(() => undefined)
      if (child.connected) child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
    },
  }
}
