import type { EndContext } from '../../../machines/contracts'
import { findTransceiver } from '../../labs/transceivers'
import { codecsOf } from './codecs'
import { capturedTracks, codeField, trackField, trackOf, transceiverField, wordsField } from './fields'
import type { Values } from './fields'
import { complete, jsonField, operation, simple } from './row'
import type { Row } from './row'

const ON_TRANSCEIVER: readonly Row[] = [
  {
    ...simple(
      'media',
      'transceiver.direction',
      transceiverField,
      codeField('direction', 'sendrecv', 'sendonly', 'recvonly', 'inactive'),
    ),
    make: ({ transceiver, direction }) =>
      complete(operation('transceiver.direction', { transceiver, direction }), transceiver),
  },
  {
    ...simple('media', 'transceiver.setCodecPreferences', transceiverField, {
      id: 'codec',
      kind: 'choice',
      options: (context, values) => [
        { value: 'browser', words: 'browser' },
        ...[...new Set(codecsOf(kindOf(context, values)).map(({ mimeType }) => mimeType))].map((value) => ({
          value,
        })),
      ],
    }),
    make: (values, context) => {
      const { transceiver, codec } = values
      const all = codecsOf(kindOf(context, values))
      const chosen = all.filter(({ mimeType }) => mimeType === codec)
      const codecs = codec === 'browser' ? [] : chosen
      return complete(operation('transceiver.setCodecPreferences', { transceiver, codecs }), transceiver)
    },
  },
  {
    ...simple('media', 'sender.replaceTrack', transceiverField, {
      id: 'track',
      kind: 'choice',
      options: (context) => [...capturedTracks(context), { value: 'none', words: 'none' }],
    }),
    make: ({ transceiver, track = '' }) =>
      complete(
        operation('sender.replaceTrack', { transceiver, track: track === 'none' ? null : trackOf(track) }),
        transceiver,
      ),
  },
  {
    ...simple(
      'media',
      'sender.setParameters',
      transceiverField,
      jsonField('encodings', '[{ "active": false }]'),
    ),
    make: ({ transceiver, encodings = '' }) =>
      complete(
        operation('sender.setParameters', { transceiver, encodings: JSON.parse(encodings) as unknown }),
        transceiver,
      ),
  },
  {
    ...simple('media', 'removeTrack', transceiverField),
    make: ({ transceiver }) => complete(operation('removeTrack', { transceiver }), transceiver),
  },
  {
    ...simple('media', 'transceiver.stop', transceiverField),
    make: ({ transceiver }) => complete(operation('transceiver.stop', { transceiver }), transceiver),
  },
]

function kindOf({ peer }: EndContext, { transceiver = '' }: Values): string {
  return findTransceiver(peer, transceiver)?.kind ?? 'video'
}

/** By how much the picture of each layer of a simulcast is smaller; the names are usual, not prescribed. */
const SCALES: Readonly<Record<string, number>> = { f: 1, h: 2, q: 4 }

/** The encodings of a choice such as `f h q`, in that order. */
function encodingsOf(layers: string): RTCRtpEncodingParameters[] {
  return layers.split(' ').map((rid) => {
    const scale = SCALES[rid] ?? 1
    return scale === 1 ? { rid } : { rid, scaleResolutionDownBy: scale }
  })
}

/** The connection, what is captured, and its transceivers. */
export const MEDIA_ROWS: readonly Row[] = [
  {
    ...simple('media', 'create', {
      id: 'policy',
      kind: 'choice',
      options: () => [{ value: 'settings', words: 'settings' }, { value: 'all' }, { value: 'relay' }],
    }),
    make: ({ policy }) =>
      operation('create', {
        configuration: policy === 'settings' ? undefined : { iceTransportPolicy: policy },
      }),
  },
  {
    ...simple('media', 'capture', wordsField('source', 'test-pattern', 'camera', 'screen'), {
      id: 'name',
      kind: 'text',
    }),
    make: ({ source, name = '' }) =>
      operation('capture', { source, name: name.trim() === '' ? undefined : name.trim() }),
  },
  {
    ...simple('media', 'addTrack', trackField),
    make: ({ track = '' }) => complete(operation('addTrack', { track: trackOf(track) }), track),
  },
  {
    ...simple(
      'media',
      'addTransceiver',
      {
        id: 'kind',
        kind: 'choice',
        options: (context) => [{ value: "'video'" }, { value: "'audio'" }, ...capturedTracks(context)],
      },
      codeField('direction', 'sendrecv', 'sendonly', 'recvonly', 'inactive'),
      {
        id: 'sendEncodings',
        kind: 'choice',
        options: () => [
          { value: 'one', words: 'one' },
          { value: 'f h q' },
          { value: 'f q' },
          { value: 'q h f' },
        ],
      },
    ),
    make: ({ kind = '', direction, sendEncodings = 'one' }) =>
      operation('addTransceiver', {
        track: kind.startsWith("'") ? kind.slice(1, -1) : trackOf(kind),
        direction,
        sendEncodings: sendEncodings === 'one' ? undefined : encodingsOf(sendEncodings),
      }),
  },
  ...ON_TRANSCEIVER,
]
