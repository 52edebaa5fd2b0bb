import { describe, expect, it } from 'vitest'
import type { EndContext, PeerStatus } from '../../../../machines/contracts'
import { FIRST_BENCH } from '../../../../machines/bench/benchState'
import type { OperationCall } from '../../../../machines/bench/benchContracts'
import { openRows, ROWS, rowOf } from '../../../../src/features/bench/operationRows'
import { trackOf, valuesOf } from '../../../../src/features/bench/fields'
import { operationCode } from '../../../../src/projections/operationCode'

const PEER = {
  signalingState: 'stable',
  transceivers: [
    { mid: '0', kind: 'audio', direction: 'sendrecv', currentDirection: null },
    { mid: '1', kind: 'video', direction: 'sendrecv', currentDirection: null },
  ],
  pendingLocalDescription: null,
  currentLocalDescription: null,
} as unknown as PeerStatus

const captured = (name: string): OperationCall => ({
  id: 0,
  operation: { call: 'capture', source: 'test-pattern', name },
  purpose: 'learner',
  state: 'done',
})

const EMPTY = {
  peer: null,
  media: null,
  draft: null,
  receivedDescription: null,
  bench: FIRST_BENCH,
} as unknown as EndContext
const FULL = {
  ...EMPTY,
  peer: PEER,
  media: { source: 'test-pattern', tracks: [] },
  draft: { type: 'offer', sdp: 'v=0\r\nm=video\r\n' },
  bench: {
    ...FIRST_BENCH,
    operations: [captured('screen')],
    channels: [{ id: 'channel-0', label: 'chat', readyState: 'open' }],
  },
} as unknown as EndContext

const make = (name: string, context: EndContext, chosen: Record<string, string> = {}) => {
  const row = ROWS.find((one) => one.name === name)!
  return row.make(valuesOf(row.fields, chosen, context), context)
}

describe('the operations of an end', () => {
  it('have names that differ', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length)
  })

  it.each(ROWS.map(({ name }) => name))(
    '%s makes an operation of its first arguments, and is found again by it',
    (name) => {
      const operation = make(name, FULL)
      expect(operation).not.toBeNull()
      expect(rowOf(operation!)).toBe(name)
      expect(operationCode(operation!)).not.toMatch(/undefined|\[object/)
    },
  )

  it('lack an argument while there is no track, transceiver or channel', () => {
    const lacking = ROWS.filter(({ name }) => make(name, EMPTY) === null).map(({ name }) => name)
    expect(lacking).toEqual([
      'addTrack',
      'transceiver.direction',
      'transceiver.setCodecPreferences',
      'sender.replaceTrack',
      'sender.setParameters',
      'removeTrack',
      'transceiver.stop',
      'channel.send',
      'channel.close',
    ])
  })

  it('take the arguments that were chosen', () => {
    expect(make('addTrack', FULL, { track: 'screen video' })).toEqual({
      call: 'addTrack',
      track: { kind: 'video', media: 'screen' },
    })
    expect(make('addTransceiver', FULL, { kind: "'audio'", direction: 'recvonly' })).toEqual({
      call: 'addTransceiver',
      track: 'audio',
      direction: 'recvonly',
    })
    expect(make('sender.replaceTrack', FULL, { transceiver: 'transceiver-1', track: 'none' })).toEqual({
      call: 'sender.replaceTrack',
      transceiver: 'transceiver-1',
      track: null,
    })
    expect(make('createDataChannel', FULL, { label: 'x', delivery: 'lossy', agreed: 'negotiated' })).toEqual({
      call: 'createDataChannel',
      label: 'x',
      options: { ordered: false, maxRetransmits: 0, negotiated: true, id: 0 },
    })
    expect(make('addIceCandidate', FULL, { candidate: 'end' })).toEqual({ call: 'addIceCandidate' })
  })

  it('sets an edited description with the line ends of SDP, and none that is empty', () => {
    const chosen = { description: 'edited', type: 'answer', sdp: 'v=0\nm=audio\n' }
    expect(make('setRemoteDescription', FULL, chosen)).toEqual({
      call: 'setRemoteDescription',
      description: { type: 'answer', sdp: 'v=0\r\nm=audio\r\n' },
    })
    expect(make('setRemoteDescription', FULL, { ...chosen, sdp: ' ' })).toBeNull()
  })

  it('throws for an argument that is no JSON', () => {
    expect(() => make('sender.setParameters', FULL, { encodings: '[' })).toThrow(SyntaxError)
  })
})

it('offers another choice when the chosen one is gone', () => {
  const row = ROWS.find(({ name }) => name === 'removeTrack')!
  const gone = { ...FULL, peer: { ...PEER, transceivers: [PEER.transceivers[0]!] } } as EndContext
  expect(valuesOf(row.fields, { transceiver: 'transceiver-1' }, FULL)).toEqual({
    transceiver: 'transceiver-1',
  })
  expect(valuesOf(row.fields, { transceiver: 'transceiver-1' }, gone)).toEqual({
    transceiver: 'transceiver-0',
  })
})

it('reads a track with and without the name of its capture', () => {
  expect(trackOf('video')).toEqual({ kind: 'video' })
  expect(trackOf('my screen audio')).toEqual({ kind: 'audio', media: 'my screen' })
})

describe('the tools of a lab', () => {
  it('open the operations that they name, also those that stand in several groups', () => {
    const names = openRows(['send', 'createOffer', 'tray']).map(({ name }) => name)
    expect(names).toEqual(['createOffer', 'send', 'send-candidates', 'send-bye'])
  })

  it('open the rollback with the method that it is', () => {
    expect(openRows(['setLocalDescription']).map(({ name }) => name)).toEqual([
      'setLocalDescription',
      'rollback',
    ])
  })
})

it('names a transceiver by its id, wherever it stands in the list', () => {
  const left = PEER.transceivers.slice(1).map((one) => ({ ...one, id: 'transceiver-1' }))
  const context = { ...FULL, peer: { ...PEER, transceivers: left } } as EndContext
  expect(make('removeTrack', context)).toMatchObject({ transceiver: 'transceiver-1' })
})

it('offers of a shared screen its picture alone', () => {
  const screen = captured('desk')
  const operations = [{ ...screen, operation: { ...screen.operation, source: 'screen' } }]
  const context = { ...FULL, media: null, bench: { ...FIRST_BENCH, operations } } as EndContext
  expect(make('addTrack', context)).toEqual({ call: 'addTrack', track: { kind: 'video', media: 'desk' } })
  expect(make('addTrack', context, { track: 'desk audio' })).toMatchObject({ track: { kind: 'video' } })
})

it('sets the created text as a provisional answer, and none before there is one', () => {
  const chosen = { description: 'provisional' }
  const answer = { type: 'answer', sdp: 'v=0\r\n' } as const
  expect(make('setLocalDescription', { ...FULL, draft: answer }, chosen)).toEqual({
    call: 'setLocalDescription',
    description: { type: 'pranswer', sdp: answer.sdp },
  })
  expect(make('setLocalDescription', EMPTY, chosen)).toBeNull()
})
