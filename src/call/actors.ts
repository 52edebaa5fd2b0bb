import { fromCallback, fromPromise } from 'xstate'
import type { SignalBody } from '../../broadcast-signaling/message'
import { toProblem } from '../../machines/facts'
import type { EndActors, EndEvent, PeerCommand, SignalCommand } from '../../machines/contracts'
import type { PeerPort } from '../peer/port'

/** What an end's machine runs on: its peer, its wire, and the way facts come in. */
export interface World {
  peer: PeerPort
  send(body: SignalBody): void
  /** Asks the other end what has arrived. */
  ask(): void
  /** Where facts of the peer and the wire go while the machine listens; null when it does not. */
  listen(receiver: ((event: EndEvent) => void) | null): void
}

type Run<K extends keyof EndActors> = (input: EndActors[K]['input']) => Promise<EndActors[K]['output']>

function run<K extends keyof EndActors>(work: Run<K>) {
  return fromPromise<EndActors[K]['output'], EndActors[K]['input']>(({ input }) => work(input))
}

/** The machines' actors, made from one end's world; for `.provide({ actors })`. */
export function createActors({ peer, send, ask, listen }: World) {
  const sendDescription = (description: EndActors['send-offer']['input']) => {
    send({ kind: 'description', description })
    return Promise.resolve(undefined)
  }

  return {
    'capture-media': run<'capture-media'>(({ media }) => peer.captureMedia(media)),
    'add-tracks': run<'add-tracks'>((config) => peer.addTracks(config).then(() => undefined)),
    'create-offer': run<'create-offer'>(() => peer.createOffer()),
    'set-local-offer': run<'set-local-offer'>((offer) =>
      peer.setLocalDescription(offer).then(() => undefined),
    ),
    'send-offer': run<'send-offer'>(sendDescription),
    'set-remote-offer': run<'set-remote-offer'>(({ description, ...config }) =>
      peer.setRemoteDescription(description, config).then(() => undefined),
    ),
    'prepare-callee-media': run<'prepare-callee-media'>(({ media }) => peer.captureAndAdd(media)),
    'create-answer': run<'create-answer'>(() => peer.createAnswer()),
    'set-local-answer': run<'set-local-answer'>((answer) =>
      peer.setLocalDescription(answer).then(() => undefined),
    ),
    'send-answer': run<'send-answer'>(sendDescription),
    'set-remote-answer': run<'set-remote-answer'>((answer) =>
      peer.setRemoteDescription(answer).then(() => undefined),
    ),
    'restart-ice': run<'restart-ice'>(() => peer.restartIce()),
    'answer-restart': run<'answer-restart'>((offer) => peer.answerRestart(offer)),
    'finish-restart': run<'finish-restart'>((answer) =>
      peer.setRemoteDescription(answer).then(() => undefined),
    ),

    peer: fromCallback<PeerCommand>(({ sendBack, receive }) => {
      listen(sendBack)
      receive((command) => {
        if (command.type === 'close') peer.close()
        else if (command.type === 'add-placeholder') peer.addPlaceholder(command.candidate)
        else peer.addCandidate(command.index, command.candidate)
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
          // What a callback actor throws would end the machine: a closed channel is news, not the end.
          sendBack({ type: 'signal.lost', problem: toProblem(error) })
        }
      })
    }),
  }
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
