/** The parts of an exception: which method failed, on what, and what was said about it. */
export interface ReadProblem {
  readonly name: string
  /** The method or constructor that failed, where the text names it. */
  readonly operation: string | null
  /** What the browser says, without the prefix that names the method. */
  readonly detail: string
}

/** Chromium: `Failed to execute 'send' on 'RTCDataChannel': …`, `Failed to construct 'RTCPeerConnection': …`. */
const CHROMIUM = /^Failed to (?:execute|construct) '([^']+)'(?: on '[^']+')?: ([^]*)$/

/** Firefox, where the binding refuses an argument: `RTCPeerConnection.addTrack: …`. */
const FIREFOX = /^(?:RTC|Media|PeerConnection)[A-Za-z]*\.([A-Za-z]+): ([^]*)$/

/** Splits the operation off a message; most texts of Firefox and Safari have none. */
export function readProblem({ name, message }: { name: string; message: string }): ReadProblem {
  const [, operation, says] = CHROMIUM.exec(message) ?? FIREFOX.exec(message) ?? []
  if (operation === undefined || says === undefined) return { name, operation: null, detail: message.trim() }
  // Firefox uses this name for configurations also when the constructor fails.
  return {
    name,
    operation: operation === 'setConfiguration' ? 'RTCPeerConnection' : operation,
    detail: says.trim(),
  }
}
