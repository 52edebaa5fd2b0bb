// Runs one command of the system to its end.

import { spawn } from 'node:child_process'

/**
 * Resolves to what it printed. Throws with its error output if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {string} [input] what it reads
 * @returns {Promise<string>}
 */
export function runCommand(command, args, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} ${args.join(' ')}: ${errors.trim() || `code ${code}`}`))
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
