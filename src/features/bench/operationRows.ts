import type { Description, EndContext } from '../../../machines/contracts'
import type { Operation } from '../../../machines/endActors'
import { channelField, codeField, wordsField } from './fields'
import type { Field, Values } from './fields'
import { MEDIA_ROWS } from './mediaRows'
import { complete, jsonField, operation, simple } from './row'
import type { Row } from './row'

const sdpFields: readonly Field[] = [
  { ...codeField('type', 'offer', 'answer', 'pranswer'), shown: isEdited },
  { id: 'sdp', kind: 'sdp', shown: isEdited, first: textOf },
]

function isEdited(values: Values): boolean {
  return values['description'] === 'edited' || values['candidate'] === 'edited'
}

/** The text that a learner edits first: what has arrived, what was created, or what the connection holds. */
function textOf(context: EndContext): string {
  const { receivedDescription, draft } = context
  return (receivedDescription ?? draft ?? localOf(context))?.sdp ?? ''
}

function localOf({ peer }: EndContext): Description | null {
  return peer?.pendingLocalDescription ?? peer?.currentLocalDescription ?? null
}

/** The description argument of a form; undefined: the method gets none. null: the text does not exist yet, or is empty. */
function descriptionOf(values: Values, { draft }: EndContext): unknown {
  const { description, type = 'offer', sdp = '' } = values
  if (description === 'implicit') return undefined
  // With its text: Chromium 156 takes a provisional answer without one for a final answer.
  if (description === 'provisional') return draft === null ? null : { type: 'pranswer', sdp: draft.sdp }
  if (description !== 'edited') return description
  return sdp.trim() === '' ? null : { type, sdp: sdp.replace(/\r?\n/g, '\r\n') }
}

const DESCRIPTION: readonly Row[] = [
  {
    ...simple('description', 'createOffer', wordsField('iceRestart', 'no', 'yes')),
    make: ({ iceRestart }) =>
      operation('createOffer', iceRestart === 'yes' ? { options: { iceRestart: true } } : {}),
  },
  { ...simple('description', 'createAnswer'), make: () => operation('createAnswer') },
  ...(['setLocalDescription', 'setRemoteDescription'] as const).map((call) => ({
    ...simple(
      'description',
      call,
      call === 'setLocalDescription'
        ? wordsField('description', 'implicit', 'draft', 'provisional', 'edited')
        : wordsField('description', 'received', 'edited'),
      ...sdpFields,
    ),
    make: (values: Values, context: EndContext) => {
      const description = descriptionOf(values, context)
      return description === null ? null : operation(call, { description })
    },
  })),
  {
    ...simple('description', 'send', wordsField('what', 'local', 'draft')),
    make: ({ what }) => operation('send', { what: what === 'draft' ? 'draft' : 'description' }),
  },
]

const CANDIDATES: readonly Row[] = [
  {
    ...simple('candidates', 'addIceCandidate', wordsField('candidate', 'received', 'end', 'edited'), {
      ...jsonField(
        'json',
        '{ "candidate": "", "sdpMid": "0", "sdpMLineIndex": 0, "usernameFragment": null }',
      ),
      shown: isEdited,
    }),
    make: ({ candidate, json: text = '' }) => {
      if (candidate === 'end') return operation('addIceCandidate')
      return operation('addIceCandidate', {
        candidate: candidate === 'edited' ? (JSON.parse(text) as unknown) : candidate,
      })
    },
  },
  {
    ...simple('candidates', 'send'),
    name: 'send-candidates',
    make: () => operation('send', { what: 'candidates' }),
  },
]

const CHANNELS: readonly Row[] = [
  {
    ...simple(
      'channels',
      'createDataChannel',
      { id: 'label', kind: 'text', first: () => 'chat' },
      wordsField('delivery', 'reliable', 'unordered', 'lossy'),
      wordsField('agreed', 'in-band', 'negotiated'),
    ),
    make: ({ label, delivery, agreed }) => {
      const options = {
        ...(delivery !== 'reliable' && { ordered: false }),
        ...(delivery === 'lossy' && { maxRetransmits: 0 }),
        ...(agreed === 'negotiated' && { negotiated: true, id: 0 }),
      }
      return operation('createDataChannel', {
        label,
        options: Object.keys(options).length > 0 ? options : undefined,
      })
    },
  },
  {
    ...simple('channels', 'channel.send', channelField, { id: 'text', kind: 'text', first: () => 'hello' }),
    make: ({ channel, text: data }) => complete(operation('channel.send', { channel, data }), channel),
  },
  {
    ...simple('channels', 'channel.close', channelField),
    make: ({ channel }) => complete(operation('channel.close', { channel }), channel),
  },
]

const REPAIR: readonly Row[] = [
  { ...simple('repair', 'restartIce'), make: () => operation('restartIce') },
  {
    ...simple('repair', 'rollback', codeField('side', 'setLocalDescription', 'setRemoteDescription')),
    make: ({ side = '' }) => operation(side, { description: { type: 'rollback' } }),
  },
  {
    ...simple('repair', 'setConfiguration', codeField('policy', 'all', 'relay')),
    make: ({ policy }) => operation('setConfiguration', { configuration: { iceTransportPolicy: policy } }),
  },
]

const CLOSE: readonly Row[] = [
  { ...simple('close', 'send'), name: 'send-bye', make: () => operation('send', { what: 'bye' }) },
  { ...simple('close', 'close'), make: () => operation('close') },
]

/** Every operation of an end of a bench, in the order of the page. */
export const ROWS: readonly Row[] = [
  ...MEDIA_ROWS,
  ...DESCRIPTION,
  ...CANDIDATES,
  ...CHANNELS,
  ...REPAIR,
  ...CLOSE,
]

/** The row that an operation was run from, for what became of it. */
export function rowOf({ call, what, description }: Operation): string {
  if ((Object(description) as { type?: unknown }).type === 'rollback') return 'rollback'
  if (call === 'send' && (what === 'candidates' || what === 'bye')) return `send-${what}`
  return call
}

/** The rows that are open: all, or those whose method or name a lab lists. A rollback sets a description. */
export function openRows(tools: readonly string[] | null): readonly Row[] {
  if (tools === null) return ROWS
  const isOpen = ({ name, call }: Row) =>
    tools.includes(call) ||
    tools.includes(name) ||
    (name === 'rollback' && (tools.includes('setLocalDescription') || tools.includes('setRemoteDescription')))
  return ROWS.filter(isOpen)
}
