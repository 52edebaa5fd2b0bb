import type { Script } from '../script'
import { BENCH } from './bench'
import { HANDSHAKE_13 } from './handshake13'
import { ROOM_CALLS } from './room'

/** Every script that a recording may refer to. */
export const SCRIPTS: readonly Script[] = [HANDSHAKE_13, BENCH, ROOM_CALLS.caller, ROOM_CALLS.callee]

/** The script that a recording refers to; null if this version of the app lacks it or has an older version of it. */
export function findScript(id: string, version: number, scripts = SCRIPTS): Script | null {
  return scripts.find((script) => script.id === id && script.version >= version) ?? null
}
