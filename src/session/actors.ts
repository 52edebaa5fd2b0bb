import { fromCallback, fromPromise } from 'xstate'
import type { SignalBody } from '../../broadcast-signaling/message'
import { toProblem } from '../../machines/facts'
import type { Description, EndEvent } from '../../machines/contracts'
import type { EndActors, PeerCommand, SignalCommand } from '../../machines/endActors'
import { toAddIceCandidate } from '../peer/calls/negotiation'
import type { PeerPort } from '../peer/port'
import { runBenchOperation } from './benchOperations'
import { addCaptured, create, runOperations, toDescription } from './stepOperations'

/** What an end's machine works with: its peer, its signaling, and the receiver of their facts. */
export interface World {
  peer: PeerPort
  send(body: SignalBody): void
  /** Asks the other end what has arrived. */
  ask(): void
  /** Sets the receiver of facts from the peer and the signaling while the machine listens; null when it does not. */
  listen(receiver: ((event: EndEvent) => void) | null): void
}

type Run<K extends keyof EndActors> = (input: EndActors[K]['input']) => Promise<EndActors[K]['output']>

function run<K extends keyof EndActors>(work: Run<K>) {
  return fromPromise<EndActors[K]['output'], EndActors[K]['input']>(({ input }) => work(input))
}

/** The actors of the machines, made for one end's world; for `.provide({ actors })`. */
export function createActors({ peer, send, ask, listen }: World) {
  const sendDescription = (description: EndActors['send-offer']['input']) => {
    send({ kind: 'description', description })
    return Promise.resolve(undefined)
  }

  const setLocal = (description?: Description) =>
    peer.run({ call: 'setLocalDescription', ...(description && { description }) })
  const setRemote = (description: Description) => peer.run({ call: 'setRemoteDescription', description })

  return {
    'capture-media': run<'capture-media'>(({ media }) => peer.captureMedia(media)),
    'add-tracks': run<'add-tracks'>(async (config) => {
      await create(peer, config)
      await addCaptured(peer)
    }),
    'create-offer': run<'create-offer'>(async () => toDescription(await peer.run({ call: 'createOffer' }))),
    'set-local-offer': run<'set-local-offer'>(async (offer) => {
      await setLocal(offer)
      return undefined
    }),
    'send-offer': run<'send-offer'>(sendDescription),
    'set-remote-offer': run<'set-remote-offer'>(async ({ description, ...config }) => {
      // The callee creates its connection when it receives the offer; a retry finds it already created.
      if (!peer.hasConnection()) await create(peer, config)
      await setRemote(description)
    }),
    'prepare-callee-media': run<'prepare-callee-media'>(async ({ media }) => {
      const summary = await peer.captureMedia(media)
      await addCaptured(peer)
      return summary
    }),
    'create-answer': run<'create-answer'>(async () =>
      toDescription(await peer.run({ call: 'createAnswer' })),
    ),
    'set-local-answer': run<'set-local-answer'>(async (answer) => {
      await setLocal(answer)
      return undefined
    }),
    'send-answer': run<'send-answer'>(sendDescription),
    'set-remote-answer': run<'set-remote-answer'>(setRemote),
    operations: run<'operations'>(({ operations, received, ...config }) =>
      runOperations(peer, operations, { received, config }),
    ),
    'restart-ice': run<'restart-ice'>(async () => {
      await peer.run({ call: 'restartIce' })
      return toDescription(await setLocal())
    }),
    'answer-restart': run<'answer-restart'>(async (offer) => {
      await setRemote(offer)
      return toDescription(await setLocal())
    }),
    'finish-restart': run<'finish-restart'>(setRemote),

    peer: fromCallback<PeerCommand>(({ sendBack, receive }) => {
      listen(sendBack)
      receive((command) => {
        if (command.type === 'close') peer.close()
        else if (command.type === 'add-placeholder') peer.addPlaceholder(command.candidate)
        else if (command.type === 'run') {
          const { id, operation } = command
          void runBenchOperation(peer, operation).then((outcome) => {
            sendBack(
              'problem' in outcome
                ? { type: 'pc.operation-refused', id, ...outcome }
                : { type: 'pc.operation-done', id, ...outcome },
            )
          })
        } else {
          const { index, candidate } = command
          // The connection adds candidates one after another, in the order they came (RFC 8838 §9).
          peer.run(toAddIceCandidate(candidate)).then(
            () => {
              sendBack({ type: 'pc.candidate-added', index })
            },
            (error: unknown) => {
              sendBack({ type: 'pc.candidate-refused', index, problem: toProblem(error) })
            },
          )
        }
      })
      return () => {
        listen(null)
      }
    }),

    signaling: fromCallback<SignalCommand>(({ receive, sendBack }) => {
      receive((command) => {
        try {
          if (command.type === 'ask') ask()
          else send(toBody(command))
        } catch (error) {
          // An exception in a callback actor would stop the machine. A closed channel must only be reported.
          sendBack({ type: 'signal.lost', problem: toProblem(error) })
        }
      })
    }),
  } satisfies Record<keyof EndActors | 'peer' | 'signaling', unknown>
}

function toBody(command: Exclude<SignalCommand, { type: 'ask' }>): SignalBody {
  switch (command.type) {
    case 'send-description':
      return { kind: 'description', description: command.description }
    case 'send-candidate':
      return { kind: 'candidate', candidate: command.candidate }
    case 'send-end-of-candidates':
      return { kind: 'end-of-candidates', usernameFragment: null }
    case 'send-bye':
      return { kind: 'bye', reason: 'hang-up' }
  }
}
