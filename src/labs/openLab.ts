import type { CallSession } from '../session/callSession'
import type { Lab } from './lab'
import { benchOf } from './labBench'
import { lengthOf } from './moment'
import { runRoute } from './runRoute'
import type { RouteOptions } from './runRoute'

/**
 * Brings a fresh bench to where a learner begins: the settings, the rules of both applications and trays, then the
 * set-up. Returns after how many events that is.
 */
export async function openLab(
  session: Pick<CallSession, 'frame' | 'controls'>,
  { world, setUp }: Pick<Lab, 'world' | 'setUp'>,
  options: RouteOptions = {},
): Promise<number> {
  session.controls?.changeSettings({ ...world.settings, media: 'test-pattern' })
  const bench = benchOf(session)
  for (const end of ['caller', 'callee'] as const) {
    const rules = world.rules?.[end]
    const tray = world.tray?.[end]
    if (rules !== undefined) await runRoute(bench, [{ end, rules }], options)
    if (tray !== undefined) await runRoute(bench, [{ end, tray }], options)
  }
  await runRoute(bench, setUp, options)
  return lengthOf(bench.history())
}
