import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of programs that pages print whole; some also run there. */
const FOLDER = fileURLToPath(new URL('../lessons/code/', import.meta.url))

const NAME = /^[a-z][a-z-]*\.(m?js|html)$/

/** Whether a text from a lesson names a program of lessons/code/. */
export function isListing(name: string): boolean {
  return NAME.test(name) && existsSync(FOLDER + name)
}

/** The text of a program, unchanged. */
export function readListing(name: string): string {
  return readFileSync(FOLDER + name, 'utf8')
}

/** The language for colouring a program. */
export function listingLanguage(name: string): string {
  return name.endsWith('.html') ? 'html' : 'js'
}
