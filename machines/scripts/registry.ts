import type { Script } from '../script'
import { HANDSHAKE_13 } from './handshake13'

/** Every script that a recording may refer to. */
const SCRIPTS: readonly Script[] = [HANDSHAKE_13]

/** The script that a recording refers to; null if this version of the app lacks it or has an older version of it. */
export function findScript(id: string, version: number): Script | null {
  return SCRIPTS.find((script) => script.id === id && script.version >= version) ?? null
}
