import { machinesOf } from './endMachine'
import { HANDSHAKE_13 } from './scripts/handshake13'

/** The callee: five of the thirteen steps, then the connection. The answerer of RFC 9429 §4.1.9. */
export const calleeMachine = machinesOf(HANDSHAKE_13).callee
