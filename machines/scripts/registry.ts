import type { Script } from '../script'
import { HANDSHAKE_13 } from './handshake13'

/** Every script that a recording may be of. */
const SCRIPTS: readonly Script[] = [HANDSHAKE_13]

/** The script that a recording names; null for one that this version of the app lacks, or has in an older version. */
export function findScript(id: string, version: number): Script | null {
  return SCRIPTS.find((script) => script.id === id && script.version >= version) ?? null
}
