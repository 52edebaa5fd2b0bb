import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { lessonFolder } from '../../build/lesson-folders'
import { ERROR_IDS } from '../../src/errors/errorIds'
import { CONCEPT_IDS } from '../../src/lessons/conceptIds'
import { LESSON_IDS } from '../../src/lessons/lessonIds'

/** A small lesson; `body` replaces the body of a real one. */
export function lessonSource(body: string, title = 'Create an offer'): string {
  return `---\ntitle: ${title}\nsummary: What can I send?\n---\n\n${body}\n`
}

const BODY = '{text}\n\n## {why} {#why}\n\n- {item}\n\n```js\nconst offer = await pc.createOffer()\n```'

function fill(words: Record<string, string>): string {
  return BODY.replace(/\{(text|why|item)\}/g, (_, name: string) => words[name] ?? '')
}

const SAMPLE = {
  zh: fill({ text: '先问浏览器：能发什么？', why: '为什么', item: '见[发送 offer](step:send-offer)' }),
  en: fill({ text: 'Ask the browser first.', why: 'Why', item: 'See [sending it](step:send-offer)' }),
}

const ERROR_BODY = [
  '## {what} {#what}\n\n{text}',
  '## {causes} {#causes}\n\n1. **{why}** {item}\n\n   {text}',
  '## {fix} {#fix}\n\n```js\npc.close()\n```',
].join('\n\n')

/** The text of an error page. */
export function errorBody(words: Record<string, string>): string {
  return ERROR_BODY.replace(/\{([a-z]+)\}/g, (_, name: string) => words[name] ?? name)
}

/** A folder with an app whose only script loads the lessons, and with a sample of every lesson. */
export function makeSampleSite() {
  const root = mkdtempSync(join(tmpdir(), 'handshake-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const id of LESSON_IDS) {
    write(`lessons/steps/${lessonFolder(id)}/zh.md`, lessonSource(SAMPLE.zh, `课程 <${id}>`))
    write(`lessons/steps/${lessonFolder(id)}/en.md`, lessonSource(SAMPLE.en, `Lesson <${id}>`))
  }
  for (const id of CONCEPT_IDS) {
    write(`lessons/concepts/${id}/zh.md`, lessonSource(SAMPLE.zh, `概念 <${id}>`))
    write(`lessons/concepts/${id}/en.md`, lessonSource(SAMPLE.en, `Concept <${id}>`))
  }
  for (const id of ERROR_IDS) {
    write(`lessons/errors/${id}/zh.md`, lessonSource(errorBody({ text: '没有提议。' }), `错误 <${id}>`))
    write(`lessons/errors/${id}/en.md`, lessonSource(errorBody({ text: 'No offer.' }), `Error <${id}>`))
  }
  write('src/main.ts', "globalThis.texts = import.meta.glob('/lessons/steps/*/*.md', { import: 'text' })\n")
  cpSync('index.html', join(root, 'index.html'))
  cpSync('public', join(root, 'public'), { recursive: true })
  return { root, write, remove: () => rmSync(root, { recursive: true }) }
}
