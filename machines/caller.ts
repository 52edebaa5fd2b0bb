import { machinesOf } from './endMachine'
import { HANDSHAKE_13 } from './scripts/handshake13'

/** The caller: eight of the thirteen steps, then the connection. The offerer of RFC 9429 §4.1.8. */
export const callerMachine = machinesOf(HANDSHAKE_13).caller
