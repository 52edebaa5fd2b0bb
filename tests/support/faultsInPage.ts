import { FAULT_SCENES } from './faultScenes'
import { HEALTHY_SCENES } from './healthyScenes'
import type { Setting } from './faultScenes'

/* `npm run record:faults` bundles this module and runs it in a page. */

/** The ids of the scenes, by the folder of their fixtures. */
export const scenes = { faults: Object.keys(FAULT_SCENES), healthy: Object.keys(HEALTHY_SCENES) }

/** Plays a scene to its end. Its connections stay open, so that the browser's own dump lists them. */
export async function play(id: string, setting: Setting): Promise<void> {
  const scene = FAULT_SCENES[id] ?? HEALTHY_SCENES[id]
  if (scene === undefined) throw new Error(`no scene is called ${id}`)
  await scene(setting)
}
