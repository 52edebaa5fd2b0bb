/* Scenes between two peers, over real or fake connections, written down as lines: the effect of each step at both ends.
   The browser tests bundle this module and run it in the page. */
import type { Candidate } from '../../machines/contracts'
import { toAddIceCandidate } from '../../src/peer/calls/negotiation'
import { createPeer } from '../../src/peer/createPeer'
import type { ChannelFact, PortFact } from '../../src/peer/portFacts'
import type { PeerOperation, WrittenDescription } from '../../src/peer/operations'
import type { PeerPort } from '../../src/peer/port'
import type { JsepWorld } from './jsepProbe'

interface End {
  peer: PeerPort
  run(operation: PeerOperation): Promise<void>
  /** Adds a candidate of the other end, after the remote description is set. */
  take(candidate: Candidate): void
  /** Resolves once such a fact was reported. */
  until(isIt: (fact: PortFact) => boolean): Promise<void>
  facts: PortFact[]
}

interface Scene {
  caller: End
  callee: End
  /** An offer of the first, an answer of the second. */
  negotiate(from: End, to: End): Promise<void>
  /** Writes down a step and its effect. */
  note(step: string): Promise<void>
}

const kindOf = (description: WrittenDescription | null) => description ?? { type: 'offer' as const, sdp: '' }

const SCENES = {
  async 'a transceiver is stopped'({ caller, callee, negotiate, note }) {
    await negotiate(caller, callee)
    await note('negotiated')
    await caller.run({ call: 'transceiver.stop', transceiver: 'transceiver-0' })
    await note('stopped')
    await negotiate(caller, callee)
    await note('negotiated again')
  },
  async 'a direction changes'({ caller, callee, negotiate, note }) {
    await negotiate(caller, callee)
    await caller.run({ call: 'transceiver.direction', transceiver: 'transceiver-0', direction: 'inactive' })
    await negotiate(caller, callee)
    await note('inactive')
    await callee.run({ call: 'transceiver.direction', transceiver: 'transceiver-0', direction: 'sendrecv' })
    await note('the callee would send')
    await caller.run({ call: 'transceiver.direction', transceiver: 'transceiver-0', direction: 'sendrecv' })
    await negotiate(caller, callee)
    await note('both ways')
  },
  async 'a track is removed and added'({ caller, callee, negotiate, note }) {
    await negotiate(caller, callee)
    await caller.run({ call: 'removeTrack', transceiver: 'transceiver-0' })
    await negotiate(caller, callee)
    await note('removed')
    await caller.run({ call: 'addTrack', track: { kind: 'audio' } })
    await note('added')
    await negotiate(caller, callee)
    await note('negotiated')
  },
  async 'the callee sends as well'({ caller, callee, negotiate, note }) {
    await callee.run({ call: 'addTrack', track: { kind: 'audio' } })
    await negotiate(caller, callee)
    await note('negotiated')
  },
  async 'both offer at once'({ caller, callee, note }) {
    await callee.run({ call: 'addTrack', track: { kind: 'audio' } })
    const offer = await caller.peer.run({ call: 'setLocalDescription' })
    await callee.peer.run({ call: 'setLocalDescription' })
    await callee.run({ call: 'setRemoteDescription', description: kindOf(offer) })
    await note('the callee gives way')
    const answer = await callee.peer.run({ call: 'setLocalDescription' })
    await caller.run({ call: 'setRemoteDescription', description: kindOf(answer) })
    await note('answered')
  },
  async 'a remote offer is rolled back'({ caller, callee, note }) {
    const offer = await caller.peer.run({ call: 'setLocalDescription' })
    await callee.run({ call: 'setRemoteDescription', description: kindOf(offer) })
    await note('offered')
    await callee.run({ call: 'setRemoteDescription', description: { type: 'rollback', sdp: '' } })
    await caller.run({ call: 'setLocalDescription', description: { type: 'rollback' } })
    await note('rolled back')
  },
  async 'a data channel'({ caller, callee, negotiate, note }) {
    await caller.run({ call: 'createDataChannel', label: 'chat' })
    await note('made')
    await negotiate(caller, callee)
    await note('negotiated')
    const isOpen = (fact: PortFact) => fact.type === 'pc.channel-changed' && fact.cause === 'open'
    await Promise.all([caller.until(isOpen), callee.until(isOpen)])
    const isMessage = (fact: PortFact) => fact.type === 'pc.channel-message'
    await caller.run({ call: 'channel.send', channel: 'channel-0', data: 'hello 你好' })
    await callee.until(isMessage)
    await callee.run({ call: 'channel.send', channel: 'channel-0', data: 'bye' })
    await caller.until(isMessage)
    const isClosed = (fact: PortFact) => fact.type === 'pc.channel-changed' && fact.cause === 'close'
    await callee.run({ call: 'channel.close', channel: 'channel-0' })
    await Promise.all([caller.until(isClosed), callee.until(isClosed)])
    await note('closed')
  },
} satisfies Record<string, (scene: Scene) => Promise<void>>

export type SceneName = keyof typeof SCENES

export const SCENE_NAMES = Object.keys(SCENES) as readonly SceneName[]

/**
 * Plays one scene and writes it down: a line for each end after each step, then each end's facts about data channels.
 */
export async function playScene({ connect, openMedia }: JsepWorld, name: SceneName): Promise<string[]> {
  const lines: string[] = []
  const caller = createEnd()
  const callee = createEnd()
  const ends = { caller, callee }

  function createEnd(): End {
    const facts: PortFact[] = []
    const waiting = new Set<() => void>()
    const held: PeerOperation[] = []
    let isDescribed = false
    const peer = createPeer({
      end: 'caller',
      connect,
      openMedia,
      patience: { read: () => 'unknown', keep: () => undefined },
      onFact(fact) {
        facts.push(fact)
        if (fact.type === 'pc.candidate') ends[end === caller ? 'callee' : 'caller'].take(fact.candidate)
        for (const look of [...waiting]) look()
      },
      onStreams: () => undefined,
    })
    const end: End = {
      peer,
      facts,
      async run(operation) {
        await peer.run(operation)
        if (operation.call === 'setRemoteDescription') {
          isDescribed = operation.description.type !== 'rollback'
          for (const candidate of held.splice(0)) void peer.run(candidate)
        }
      },
      take(candidate) {
        const operation = toAddIceCandidate(candidate)
        if (isDescribed) void peer.run(operation)
        else held.push(operation)
      },
      until: (isIt) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (!facts.some(isIt)) return
            waiting.delete(look)
            resolve()
          }
          waiting.add(look)
          look()
        }),
    }
    return end
  }

  async function negotiate(from: End, to: End) {
    const offer = await from.peer.run({ call: 'setLocalDescription' })
    await to.run({ call: 'setRemoteDescription', description: kindOf(offer) })
    const answer = await to.peer.run({ call: 'setLocalDescription' })
    await from.run({ call: 'setRemoteDescription', description: kindOf(answer) })
  }

  async function note(step: string) {
    for (const [role, { peer, facts }] of Object.entries(ends)) {
      const transceivers = await peer.run({ call: 'getTransceivers' })
      const told = transceivers.map(({ mid, direction, currentDirection, isSending }) =>
        [mid ?? '–', direction, currentDirection ?? '–', ...(isSending ? ['sending'] : [])].join(' '),
      )
      const state = facts.flatMap((fact) =>
        fact.type === 'pc.changed' && fact.status.signalingState ? [fact.status.signalingState] : [],
      )
      lines.push(`${step}, ${role}: ${state.at(-1) ?? ''} [${told.join(', ')}]`)
    }
  }

  try {
    for (const { peer } of [caller, callee]) {
      await peer.captureMedia('test-pattern')
      await peer.run({ call: 'create', configuration: {} })
    }
    if (name !== 'a data channel') await caller.run({ call: 'addTrack', track: { kind: 'audio' } })
    await SCENES[name]({ caller, callee, negotiate, note })
    for (const [role, { facts }] of Object.entries(ends)) {
      lines.push(`${role}: tracks ${String(facts.filter(({ type }) => type === 'pc.track').length)}`)
      lines.push(...facts.flatMap((fact) => (isChannelFact(fact) ? [`${role}: ${channelLine(fact)}`] : [])))
    }
    return lines
  } finally {
    caller.peer.close()
    callee.peer.close()
  }
}

function isChannelFact(fact: PortFact): fact is ChannelFact {
  // Only Chromium reports `closing`, and only at one end.
  return fact.type.startsWith('pc.channel') && !('cause' in fact && fact.cause === 'closing')
}

function channelLine(fact: ChannelFact): string {
  switch (fact.type) {
    case 'pc.channel-message':
      return `${fact.channel} brought ${String(fact.data)} (${String(fact.size)})`
    case 'pc.channel-error':
      return `${fact.channel} failed`
    default: {
      const { id, label, streamId, readyState } = fact.channel
      const cause = fact.type === 'pc.channel' ? 'came' : fact.cause
      return `${id} ${cause}: ${label} ${String(streamId)} ${readyState}`
    }
  }
}
