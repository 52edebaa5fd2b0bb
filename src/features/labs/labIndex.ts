import { labList } from 'virtual:labs/list'
import type { Message } from '../../i18n/i18n'
import { LAB_IDS, LABS } from '../../labs/labIds'
import type { LabId } from '../../labs/labIds'

/** The name of a lab in both languages. */
export function labName(id: LabId): Message {
  return labList[id].title
}

/** How hard a lab is: 1 to 3. */
export function labLevel(id: LabId): number {
  return labList[id].level
}

/** The number of a lab, from 1, in the order of the map. */
export function labNumber(id: string): number {
  return LAB_IDS.findIndex((one) => one === id) + 1
}

/** The lab after one on the same road; null after the last. */
export function labAfter(id: string): LabId | null {
  const road = LABS.find((lab) => lab.id === id)?.road
  const onRoad = LABS.filter((lab) => lab.road === road)
  return onRoad[onRoad.findIndex((lab) => lab.id === id) + 1]?.id ?? null
}

/** The labs that name a step, an error or a concept among their links, in the order of the map. */
export function labsAbout(kind: 'steps' | 'errors' | 'concepts', id: string): readonly LabId[] {
  return LAB_IDS.filter((lab) => labList[lab].links[kind].includes(id))
}
