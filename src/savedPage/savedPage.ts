import { filePolicy, player } from 'virtual:saved-page/player'
import type { Reading } from '../i18n/i18n'
import { firstLanguage, langTag } from '../i18n/i18n'
import { savedPageWords } from '../i18n/messages/savedPage'
import { stepNames } from '../i18n/messages/steps'
import { sectionName } from '../evidence/timeline/itemWords'
import type { LessonId } from '../lessons/lessonIds'
import { isLessonId, LESSON_IDS } from '../lessons/lessonIds'
import type { Lesson } from '../lessons/lessons'
import { fileName } from '../recording/fileName'
import type { Recording } from '../recording/recording'
import { scriptOf } from '../recording/recording'
import { writeRecording } from '../recording/writeRecording'
import { replayHistory } from '../session/replayHistory'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import { connectionName } from '../ui/connectionName'
import { formatClock } from '../ui/format'
import { element, say, sayPlain, trusted } from './html'
import type { Content, Html } from './html'
import { happenedHtml, messagesHtml, sdpHtml, sideOf, statesHtml } from './momentParts'
import { readMoments } from './moments'
import type { SavedMoment } from './moments'
import { noteHtml } from './note'

/** The notes of the steps in one language; null for one that has not been loaded. */
export type Notes = (language: 'zh' | 'en', id: LessonId) => Lesson | null

/** A page by itself, or one in a frame of another page, without what surrounds the steps and without the recording. */
type Form = 'file' | 'embed'

/**
 * A recording as one HTML file that needs nothing else: each step with its note, what happened, the messages so far,
 * the states and the SDP, and a player that shows one step at a time. The recording is in it as well. Its policy allows
 * only its own style and script. Whatever comes from the recording is text. Throws like `writeRecording`.
 */
export function writeSavedPage(recording: Recording, notes: Notes, reading: Reading): string {
  return writePage(recording, notes, reading, 'file')
}

/** The same page for a frame of another page (docs/embed.md). */
export function writeEmbeddedPage(recording: Recording, notes: Notes, reading: Reading): string {
  return writePage(recording, notes, reading, 'embed')
}

function writePage(recording: Recording, notes: Notes, reading: Reading, form: Form): string {
  const script = scriptOf(recording)
  const history = replayHistory(script as Script<StepId>, recording.settings, recording.log)
  const moments = withIds(readMoments(history))
  const ids = new Set(moments.map(({ anchor }) => anchor))
  const title = recording.title ?? sayPlain(savedPageWords.title, reading)
  const articles = moments.map((moment, index) =>
    article(moment, moments[index - 1] ?? null, notes, reading, ids, `${index + 1}`, moments.length),
  )
  const page = element(
    'html',
    { lang: langTag(firstLanguage(reading)), 'data-form': form },
    head(title),
    element(
      'body',
      {},
      form === 'file' ? pageHeader(recording, title, reading) : null,
      element(
        'div',
        { class: 'columns' },
        stepList(moments, script.bench === undefined && form === 'file', reading),
        element('main', {}, form === 'embed' ? element('h1', { class: 'hidden' }, title) : null, articles),
      ),
      controls(reading),
      form === 'file' ? recordingBlock(recording) : null,
      element('script', {}, trusted(player.script)),
    ),
  )
  return `<!doctype html>\n${page.html}\n`
}

/** The name of the page's file: that of the recording, with another ending. */
export function savedPageName(recording: Recording): string {
  return fileName(recording).replace(/\.json$/, '.html')
}

interface AnchoredMoment extends SavedMoment {
  /** The id of its element, which is in the address: that of the step the first time, then numbered. */
  readonly anchor: string
}

function withIds(moments: readonly SavedMoment[]): AnchoredMoment[] {
  const counts = new Map<string, number>()
  return moments.map((moment) => {
    const count = (counts.get(moment.id) ?? 0) + 1
    counts.set(moment.id, count)
    return { ...moment, anchor: count === 1 ? moment.id : `${moment.id}-${count}` }
  })
}

function head(title: string): Html {
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: filePolicy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, title),
    element('style', {}, trusted(player.style)),
  )
}

function pageHeader({ made, browser }: Recording, title: string, reading: Reading): Html {
  const time = `${made.slice(0, 10)} ${made.slice(11, 16)} UTC`
  return element(
    'header',
    {},
    element('h1', {}, title),
    element('p', {}, say(savedPageWords.made, reading, { browser, time })),
    element(
      'p',
      { class: 'screen take-out' },
      element(
        'button',
        { type: 'button', 'data-action': 'take-out', hidden: true },
        sayPlain(savedPageWords.takeOut, reading),
      ),
      ' ',
      element('span', { class: 'quiet' }, say(savedPageWords.takeOutHelp, reading)),
    ),
  )
}

function stepList(moments: readonly AnchoredMoment[], hasSteps: boolean, reading: Reading): Html {
  const there = moments.map((moment) =>
    element('li', {}, element('a', { href: `#${moment.anchor}` }, momentName(moment, reading))),
  )
  const reached = new Set(moments.map(({ id }) => id))
  const missing = hasSteps ? LESSON_IDS.filter((id) => id !== 'hang-up' && !reached.has(id)) : []
  return element(
    'nav',
    { 'aria-label': sayPlain(savedPageWords.steps, reading) },
    element(
      'ol',
      {},
      there,
      missing.map((id) =>
        element(
          'li',
          { class: 'missing' },
          `${LESSON_IDS.indexOf(id) < 13 ? `${LESSON_IDS.indexOf(id) + 1} ` : ''}${sayPlain(stepNames[id], reading)}`,
          element('span', { class: 'quiet' }, ` · ${sayPlain(savedPageWords.notReached, reading)}`),
        ),
      ),
    ),
  )
}

function momentName({ id, number, operation }: SavedMoment, reading: Reading): Content {
  if (operation !== null) return element('code', {}, operation)
  return [number === null ? null : `${number} `, say(sectionName(id), reading)]
}

function article(
  moment: AnchoredMoment,
  before: SavedMoment | null,
  notes: Notes,
  reading: Reading,
  ids: ReadonlySet<string>,
  place: string,
  all: number,
): Html {
  const { id, anchor, connection, at } = moment
  const lesson = isLessonId(id) ? notes(firstLanguage(reading), id) : null
  const english = reading === 'both' && isLessonId(id) ? notes('en', id) : null
  return element(
    'article',
    { id: anchor, 'data-side': sideOf(connection) },
    element(
      'p',
      { class: 'place' },
      element('span', { class: `end ${sideOf(connection)}` }, say(connectionName(connection), reading)),
      ` · ${sayPlain(savedPageWords.place, reading, { n: place, all })} · ${formatClock(at)}`,
    ),
    element('h2', { tabindex: '-1' }, momentName(moment, reading)),
    element(
      'div',
      { class: 'both' },
      element(
        'div',
        {},
        lesson === null ? null : noteHtml(lesson, english, reading, ids),
        happenedHtml(moment, reading),
      ),
      element(
        'div',
        {},
        statesHtml(moment, before?.view ?? null, reading),
        messagesHtml(moment, reading),
        sdpHtml(moment, reading),
      ),
    ),
  )
}

/** Shown by the player; without script the page is read from top to bottom. */
function controls(reading: Reading): Html {
  const button = (action: 'previous' | 'next') =>
    element('button', { type: 'button', 'data-action': action }, sayPlain(savedPageWords[action], reading))
  return element(
    'footer',
    { class: 'screen', hidden: true },
    button('previous'),
    element('span', { role: 'status' }),
    button('next'),
    element('span', { class: 'quiet keys' }, say(savedPageWords.keys, reading)),
  )
}

/** The recording as JSON in a data block, in which `<` would end the block (HTML §4.12.1). */
function recordingBlock(recording: Recording): Html {
  const json = writeRecording(recording).replaceAll('<', '\\u003c')
  return element(
    'script',
    { type: 'application/json', id: 'recording', 'data-file': fileName(recording) },
    trusted(json),
  )
}
