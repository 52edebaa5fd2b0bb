import { createActor } from 'xstate'
import type { InspectionEvent } from 'xstate'
import type { Partner } from '../../broadcast-signaling/inbox'
import type { NumberedMessage } from '../../broadcast-signaling/message'
import type { Signaling, SignalingOptions } from '../../broadcast-signaling/signaling'
import type { BenchIntent } from '../../machines/bench/benchContracts'
import type { EndEvent, Intent, Settings, SignalFact } from '../../machines/contracts'
import { machinesOf } from '../../machines/endMachine'
import type { MachineEvent } from '../../machines/machineEvents'
import type { EndSnapshot } from '../../machines/progress'
import type { Script } from '../../machines/script'
import type { End } from '../../machines/steps'
import type { PeerPort, PeerReports } from '../peer/port'
import { createActors } from './actors'
import { awakeClock } from './awakeClock'
import { createId } from './createId'
import { isBenchFact, isCallFact } from './stepOperations'

export interface EndOptions {
  script: Script
  end: End
  room: string
  settings: Settings
  partner: Partner
  /** Opens this end's own signaling. */
  openSignaling(options: Omit<SignalingOptions, 'channel'>): Signaling
  createPeer(reports: Pick<PeerReports, 'onFact'>): PeerPort
  /** Called after every event that the machine took, with the snapshot after it. */
  onEvent(event: EndEvent | MachineEvent, snapshot: EndSnapshot): void
  /** Receives whatever XState reports about this end's actors. */
  onInspect?(report: InspectionEvent): void
}

export interface OpenEnd {
  send(intent: Intent | BenchIntent): void
  snapshot(): EndSnapshot
  peer: PeerPort
  /** Closes the signaling of a call that is over: no end remains to send or receive. */
  closeSignaling(): void
  /** Leaves without a `bye`: stops the machine, closes the connection and the signaling, releases the devices. */
  close(): void
}

/** One end of a call: its machine, its peer and its own signaling. It knows the other end only by messages. */
export function openEnd({
  script,
  end,
  room,
  settings,
  partner,
  openSignaling,
  createPeer,
  onEvent,
  onInspect,
}: EndOptions): OpenEnd {
  let receiver: ((event: EndEvent) => void) | null = null
  // Facts that come before the machine runs are kept here; after it has stopped they are dropped.
  const early: EndEvent[] = []
  let isClosed = false
  let isQuiet = false

  function report(event: EndEvent) {
    if (receiver !== null) receiver(event)
    else if (!isClosed) early.push(event)
  }

  const peer = createPeer({
    onFact: (fact) => {
      if (isCallFact(fact) || (script.bench !== undefined && isBenchFact(fact))) report(fact)
    },
  })
  const signaling = openSignaling({
    room,
    end,
    session: createId(),
    partner,
    onMessage: (message) => {
      report(toFact(message))
    },
    onPeer: ({ status, ...rest }) => {
      report({ type: 'signal.other-end', status, returned: 'returned' in rest && rest.returned })
    },
    onConfirmed: (missing) => {
      report({ type: 'signal.confirmed', missing })
    },
    onTap: ({ at: _at, ...traffic }) => {
      report({ type: 'signal.traffic', traffic: { ...traffic } })
    },
  })

  const actors = createActors({
    peer,
    send: (body) => {
      if (!isQuiet) signaling.send(body)
    },
    ask: signaling.ask,
    listen: (listener) => {
      receiver = listener
      for (const event of early.splice(0)) listener?.(event)
    },
  })

  const machine = machinesOf(script)[end]
  const actor = createActor(machine.provide({ actors }), {
    input: { settings },
    clock: awakeClock,
    inspect: (inspection) => {
      onInspect?.(inspection)
      if (inspection.type !== '@xstate.snapshot' || inspection.actorRef !== actor) return
      onEvent(inspection.event as EndEvent | MachineEvent, inspection.snapshot as EndSnapshot)
    },
  })
  actor.start()

  function closeSignaling() {
    isQuiet = true
    signaling.close()
  }

  return {
    send: (intent) => {
      actor.send(intent)
    },
    snapshot: () => actor.getSnapshot(),
    peer,
    closeSignaling,
    close() {
      isClosed = true
      peer.close()
      actor.stop()
      closeSignaling()
    },
  }
}

function toFact(message: NumberedMessage): SignalFact {
  switch (message.kind) {
    case 'description':
      return { type: 'signal.description', description: message.description }
    case 'candidate':
      return { type: 'signal.candidate', candidate: message.candidate }
    case 'end-of-candidates':
      return { type: 'signal.end-of-candidates' }
    case 'bye':
      return { type: 'signal.bye', reason: message.reason }
  }
}
