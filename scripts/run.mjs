// Runs npm and the tools of node_modules the same way on every system.

import { spawn } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Whether the file of this `import.meta.url` was started directly, and not imported. */
export function isMain(/** @type {string} */ url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1])
}

/**
 * @typedef {object} RunOptions
 * @property {'show' | 'on-failure' | 'hide'} [output] what becomes of the command's output
 * @property {Record<string, string>} [env] added to the environment
 * @property {boolean} [interactive] the command may read the keyboard
 * @property {number} [timeout] milliseconds until the command is ended
 */

/** Runs a command in the repository's root and resolves to its exit code. */
export function run(
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {RunOptions} */ { output = 'show', env = {}, interactive = false, timeout = 0 } = {},
) {
  // The variable silences a warning of Vite that Node cannot load its config natively, which is not needed.
  const stream = output === 'show' ? 'inherit' : 'pipe'
  return new Promise((/** @type {(code: number) => void} */ resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...process.env, ...env },
      stdio: [interactive ? 'inherit' : 'ignore', stream, stream],
      timeout,
    })
    /** @type {Buffer[]} */
    const kept = []
    child.stdout?.on('data', (chunk) => kept.push(chunk))
    child.stderr?.on('data', (chunk) => kept.push(chunk))
    child.on('error', (error) => {
      if (output !== 'hide') console.error(error.message)
      resolve(127)
    })
    child.on('close', (code) => {
      if (code !== 0 && output === 'on-failure') process.stderr.write(Buffer.concat(kept))
      resolve(code ?? 1)
    })
  })
}

/** Runs npm: the one that runs this script, else the one on the path. */
export function runNpm(/** @type {string[]} */ args, /** @type {RunOptions} */ options = {}) {
  const npm = process.env['npm_execpath']
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], options)
  if (process.platform !== 'win32') return run('npm', args, options)
  return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
}

/** Runs the command of an installed package with the same name, without npx and without a shell. */
export function runTool(
  /** @type {string} */ name,
  /** @type {string[]} */ args,
  /** @type {RunOptions} */ options = {},
) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin[name]
  return run(process.execPath, [join(folder, file), ...args], options)
}
