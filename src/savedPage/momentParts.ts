import { SLOT_FIELDS, STATE_FIELDS } from '../../machines/fields'
import { isLost, itemLabel, kindWords, messageDetail } from '../evidence/timeline/itemWords'
import type { TimelineItem } from '../evidence/timeline/timelineItem'
import { wireRows } from '../evidence/wire/wireRows'
import type { WireRow } from '../evidence/wire/wireRows'
import type { Reading } from '../i18n/i18n'
import { savedPageWords } from '../i18n/messages/savedPage'
import { wireWords } from '../i18n/messages/wire'
import { earlierText } from '../projections/earlierText'
import { filledSlot, readSlot, slotOfStep } from '../projections/sdpSlots'
import type { DescriptionSlot } from '../projections/sdpSlots'
import { addedLines } from '../sdp/addedLines'
import { MOST_LINES, readLines } from '../sdp/lines'
import type { CallView } from '../session/callView'
import type { ConnectionView, TracedConnection } from '../trace/trace'
import { connectionName } from '../ui/connectionName'
import { formatClock, formatSize } from '../ui/format'
import { element, say, sayPlain } from './html'
import type { Content, Html } from './html'
import type { SavedMoment } from './moments'

/** The most rows of one list: a recording may hold thousands of events. The newest are shown. */
const MOST_ROWS = 300

/** The class that colours what belongs to a connection. */
export function sideOf({ role }: TracedConnection): string {
  return role ?? 'neutral'
}

/** The states and the description slots of every connection; what this moment changed is marked. */
export function statesHtml(moment: SavedMoment, before: CallView | null, reading: Reading): Html {
  const { connections } = moment.view
  const head = connections.map((connection) =>
    element('th', { scope: 'col', class: sideOf(connection) }, say(connectionName(connection), reading)),
  )
  const rows = [...STATE_FIELDS, ...SLOT_FIELDS].map((name) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('code', {}, name)),
      connections.map((connection) => {
        const value = fieldOf(connection, name)
        const earlier = before?.connections.find(({ id }) => id === connection.id)
        const isChanged = value !== (earlier === undefined ? null : fieldOf(earlier, name))
        return stateCell(value, isChanged && value !== null, reading)
      }),
    ),
  )
  return part(
    'states',
    savedPageWords.states,
    reading,
    element(
      'table',
      { 'aria-label': sayPlain(savedPageWords.states, reading) },
      element('thead', {}, element('tr', {}, element('td', {}), head)),
      element('tbody', {}, rows),
    ),
  )
}

function stateCell(value: string | null, isChanged: boolean, reading: Reading): Html {
  if (value === null) return element('td', { class: 'none' }, sayPlain(savedPageWords.noConnection, reading))
  const mark = isChanged
    ? element('span', { class: 'hidden' }, ` (${sayPlain(savedPageWords.changed, reading)})`)
    : null
  return element('td', { class: isChanged ? 'changed' : '' }, element('code', {}, value), mark)
}

/** The value of a state, or the type of the description in a slot; null without a connection. */
function fieldOf(
  { facts: { peer } }: ConnectionView,
  name: (typeof STATE_FIELDS)[number] | (typeof SLOT_FIELDS)[number],
): string | null {
  if (peer === null) return null
  const value = peer[name]
  return typeof value === 'string' ? value : (value?.type ?? '–')
}

/** What happened in this moment, as a list. */
export function happenedHtml({ items }: SavedMoment, reading: Reading): Html {
  return part(
    'happened',
    savedPageWords.happened,
    reading,
    element(
      'ol',
      {},
      items.slice(-MOST_ROWS).map((item) => happening(item, reading)),
    ),
  )
}

function happening(item: TimelineItem, reading: Reading): Html {
  const kinds = kindWords(item).map((word) => sayPlain(word, reading))
  const detail = item.path === null ? item.detail : messageDetail(item)
  const isBad = item.kind === 'failed' || item.kind === 'refused' || isLost(item)
  return element(
    'li',
    { class: isBad ? 'bad' : '' },
    element('span', { class: 'time' }, formatClock(item.at)),
    element(
      'span',
      { class: `end ${sideOf(item.connection)}` },
      sayPlain(connectionName(item.connection), reading),
    ),
    element(
      'span',
      { class: 'what' },
      `${kinds.join(' · ')} `,
      element('code', {}, itemLabel(item)),
      detail === '' ? null : ` ${detail}`,
    ),
  )
}

/** Every message so far, those of this moment marked; control messages of the signaling are left out. */
export function messagesHtml({ view, at }: SavedMoment, reading: Reading): Html {
  const rows = wireRows(view.trace).filter(({ outcome, kind }) => outcome !== 'control' && kind !== 'hello')
  const shown = rows.slice(-MOST_ROWS)
  const list =
    shown.length === 0
      ? element('p', {}, say(savedPageWords.noMessages, reading))
      : element(
          'ol',
          { start: String(rows.length - shown.length + 1) },
          shown.map((row) => messageRow(row, at, reading)),
        )
  return part('messages', savedPageWords.messages, reading, list)
}

function messageRow(row: WireRow, since: number, reading: Reading): Html {
  const { from, to, kind, message, size, outcome, reason, sentAt, arrivedAt } = row
  const name = (end: TracedConnection | null) =>
    end === null
      ? '?'
      : element('span', { class: `end ${sideOf(end)}` }, sayPlain(connectionName(end), reading))
  const type = kind === 'description' ? ` ${descriptionType(message)}` : ''
  const first = sentAt ?? arrivedAt ?? 0
  const fate = outcome === 'sent' ? wireWords.onTheWay : wireWords[outcome]
  const state = outcome === 'delivered' ? null : ` ${sayPlain(fate, reading)}`
  return element(
    'li',
    { class: first >= since ? 'fresh' : '' },
    element('span', { class: 'time' }, formatClock(first)),
    name(from),
    ' → ',
    name(to),
    ' ',
    element('code', {}, `${kind}${type}`),
    ` ${formatSize(size)}`,
    state,
    reason === null ? null : ` ${reason}`,
    first >= since
      ? element('span', { class: 'hidden' }, ` (${sayPlain(savedPageWords.fresh, reading)})`)
      : null,
  )
}

function descriptionType(message: WireRow['message']): string {
  const { type = '' } = Object(message?.['description']) as { type?: unknown }
  return typeof type === 'string' ? type : ''
}

/** The description that this moment is about, line by line; what it has more than before is marked. */
export function sdpHtml({ id, view, connection }: SavedMoment, reading: Reading): Html {
  const place = placeOf(view, id, connection)
  const owner = view.connections.find((one) => one.id === place?.conn)
  const description = place === null || owner === undefined ? null : readSlot(owner, place.slot)
  if (place === null || owner === undefined || description === null)
    return part(
      'sdp',
      { zh: 'SDP', en: 'SDP' },
      reading,
      element('p', {}, say(savedPageWords.noSdp, reading)),
    )
  const lines = readLines(description.sdp, MOST_LINES)
  const earlier = earlierText(view.trace, place, description.sdp)
  const added = earlier === null ? new Set<number>() : addedLines(lines, readLines(earlier))
  const slot = place.slot === 'draft' ? savedPageWords.draft : place.slot
  return element(
    'details',
    { class: 'sdp', open: true },
    element(
      'summary',
      {},
      say(savedPageWords.sdpOf, reading, { end: connectionName(owner), slot }),
      added.size === 0 ? null : [' · ', say(savedPageWords.added, reading, { n: added.size })],
    ),
    element(
      'ol',
      { lang: 'en' },
      lines.map(({ index, text, section }) =>
        element(
          'li',
          { class: [added.has(index) ? 'added' : '', text.startsWith('m=') ? 'media' : ''].join(' ').trim() },
          element('code', { class: section === 0 ? 'session' : '' }, text),
        ),
      ),
    ),
  )
}

function placeOf(view: CallView, id: string, { id: conn }: TracedConnection): DescriptionSlot | null {
  const { script } = view.trace
  const owner = view.connections.find((one) => one.id === conn)
  // A bench has no steps: the newest description of the connection that acted.
  if (script === null || script.bench !== undefined)
    return owner === undefined ? null : filledSlot(owner, 'currentRemoteDescription')
  return slotOfStep(script, id, view.connections)
}

function part(name: string, title: { zh: string; en: string }, reading: Reading, content: Content): Html {
  return element('section', { class: name }, element('h3', {}, say(title, reading)), content)
}
