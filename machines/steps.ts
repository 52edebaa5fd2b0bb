/** The two ends of a call. Offerer and answerer in JSEP (RFC 9429). */
export type End = 'caller' | 'callee'

/** The evidence panels, by the ids that addresses and `data-tab` use. */
export type EvidenceTab = 'sdp' | 'ice' | 'wire' | 'timeline' | 'machine' | 'stats'

export interface Step {
  /** State key, invoke id, lesson folder, address, `data-step`: one name everywhere. */
  readonly id: string
  readonly end: End
  /** The call in short, as the map and the button print it. */
  readonly api: string
  /** The line of code that runs, as the strip above the evidence prints it. */
  readonly code: string
  /** Where the handler was attached that this step is about: at an earlier step, or before the first one. */
  readonly attached?: 'start' | 'add-tracks'
  /** The panel that shows what this step changed. */
  readonly tab: EvidenceTab
  /** What crosses the wire because of this step, if anything. */
  readonly crosses?: 'offer' | 'answer'
}

/**
 * The script that these steps are, as a recording names it. The version goes up when the log of an older one would
 * replay to another history: a state or a delay has another name, or a guard lets something else through.
 */
export const SCRIPT = { id: 'handshake-13', version: 1 } as const

/** The thirteen actions of a call, in order. Numbers are positions, never ids. */
export const STEPS = [
  {
    id: 'capture-media',
    end: 'caller',
    api: 'getUserMedia()',
    code: 'stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true })',
    tab: 'timeline',
  },
  {
    id: 'add-tracks',
    end: 'caller',
    api: 'addTrack()',
    code: 'pc = new RTCPeerConnection(config); for (const track of stream.getTracks()) pc.addTrack(track, stream)',
    tab: 'timeline',
  },
  {
    id: 'create-offer',
    end: 'caller',
    api: 'createOffer()',
    code: 'offer = await pc.createOffer()',
    tab: 'sdp',
  },
  {
    id: 'set-local-offer',
    end: 'caller',
    api: 'setLocalDescription()',
    code: 'await pc.setLocalDescription(offer)',
    tab: 'sdp',
  },
  {
    id: 'gather-candidates',
    end: 'caller',
    api: 'onicecandidate',
    code: 'pc.onicecandidate = ({ candidate }) => outgoing.push(candidate?.toJSON())',
    attached: 'add-tracks',
    tab: 'ice',
  },
  {
    id: 'send-offer',
    end: 'caller',
    api: 'signaling.send(offer)',
    code: "signaling.send({ kind: 'description', description: offer })",
    tab: 'wire',
    crosses: 'offer',
  },
  {
    id: 'set-remote-offer',
    end: 'callee',
    api: 'setRemoteDescription()',
    code: 'pc = new RTCPeerConnection(config); await pc.setRemoteDescription(offer)',
    tab: 'sdp',
  },
  {
    id: 'prepare-callee-media',
    end: 'callee',
    api: 'addTrack()',
    code: 'stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }); for (const track of stream.getTracks()) pc.addTrack(track, stream)',
    tab: 'timeline',
  },
  {
    id: 'create-answer',
    end: 'callee',
    api: 'createAnswer()',
    code: 'answer = await pc.createAnswer()',
    tab: 'sdp',
  },
  {
    id: 'set-local-answer',
    end: 'callee',
    api: 'setLocalDescription()',
    code: 'await pc.setLocalDescription(answer)',
    tab: 'ice',
  },
  {
    id: 'send-answer',
    end: 'callee',
    api: 'signaling.send(answer)',
    code: "signaling.send({ kind: 'description', description: answer })",
    tab: 'wire',
    crosses: 'answer',
  },
  {
    id: 'receive-answer',
    end: 'caller',
    api: 'onmessage',
    code: 'answer = await arrived',
    attached: 'start',
    tab: 'wire',
  },
  {
    id: 'set-remote-answer',
    end: 'caller',
    api: 'setRemoteDescription()',
    code: 'await pc.setRemoteDescription(answer)',
    tab: 'sdp',
  },
] as const satisfies readonly Step[]

export type StepId = (typeof STEPS)[number]['id']

export const STEP_IDS: readonly StepId[] = STEPS.map((step) => step.id)

/** Position of a step in the call, from 0. */
export function stepIndex(id: StepId): number {
  return STEP_IDS.indexOf(id)
}

/** Whether a text from outside (an address, a file) names a step. */
export function isStepId(text: string): text is StepId {
  return (STEP_IDS as readonly string[]).includes(text)
}

/** Whether one step comes later in the call than another. */
export function comesAfter(step: StepId, other: StepId): boolean {
  return stepIndex(step) > stepIndex(other)
}
