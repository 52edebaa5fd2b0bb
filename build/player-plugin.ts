import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minifySync, transformWithOxc } from 'vite'
import type { Plugin } from 'vite'
import { filePolicy } from '../scripts/policy.mjs'
import { fontStyle, themeStyle } from '../src/styles/themeStyle'
import { tokensFile } from './tokens-file'

const ID = 'virtual:saved-page/player'
const RESOLVED = '\0handshake/player'
const SCRIPT = fileURLToPath(new URL('../src/savedPage/player/player.ts', import.meta.url))
const STYLE = fileURLToPath(new URL('../src/savedPage/player/player.css', import.meta.url))

/** The script and the style of a saved page, and the policy that allows exactly them. */
export async function buildPlayer(): Promise<{ script: string; style: string; policy: string }> {
  const { code } = await transformWithOxc(readFileSync(SCRIPT, 'utf8'), SCRIPT)
  const { code: small, errors } = minifySync(SCRIPT, code)
  if (errors[0]) throw new Error(errors[0].message)
  const script = `(()=>{${small}})()`
  const style = themeStyle(tokensFile()) + fontStyle(tokensFile()) + smallStyle(readFileSync(STYLE, 'utf8'))
  // Either would end the element that holds it.
  if (/<\/(?:script|style)|<!--/i.test(script + style)) throw new Error('the player contains an end tag')
  return { script, style, policy: filePolicy({ script: hashOf(script), style: hashOf(style) }) }
}

function smallStyle(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim()
}

/** A hash source of Content Security Policy 3, §2.3.1. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Gives the code that saves a page the player's script and style as texts. */
export function playerPlugin(): Plugin {
  return {
    name: 'handshake:player',
    resolveId(id) {
      return id === ID ? RESOLVED : undefined
    },
    async load(id) {
      if (id !== RESOLVED) return undefined
      for (const file of [SCRIPT, STYLE]) this.addWatchFile(file)
      const { script, style, policy } = await buildPlayer()
      return [
        `export const player = ${JSON.stringify({ script, style })}`,
        `export const filePolicy = ${JSON.stringify(policy)}`,
      ].join('\n')
    },
  }
}
