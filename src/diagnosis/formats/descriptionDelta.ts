import type { DumpDescription, DumpName } from '../dump'
import type { LineBody } from './lineBody'

type Side = 'local' | 'remote'

const SIDES: Partial<Record<DumpName, Side>> = {
  createOfferOnSuccess: 'local',
  createAnswerOnSuccess: 'local',
  setLocalDescription: 'local',
  setLocalDescriptionOnSuccess: 'local',
  setRemoteDescription: 'remote',
  setRemoteDescriptionOnSuccess: 'remote',
}

/**
 * Restores the descriptions of one connection: rtcstats.js cuts a section to `v=` or `m=` if it is the same as in the
 * description that was set before, or that was created if none was set.
 */
export function createDescriptionReader() {
  /** What is set, at each side. */
  const set = new Map<Side, DumpDescription>()
  /** The last one of each side and type. */
  const last = new Map<string, DumpDescription>()
  const pending = new Map<Side, DumpDescription>()

  function read(body: LineBody): LineBody {
    const side = SIDES[body.name]
    if (side === undefined) return body
    const { name } = body
    const value = body.value as DumpDescription | null
    const whole = value === null ? null : restored(value, side)
    if (whole?.sdp !== undefined) last.set(`${side} ${whole.type}`, whole)
    if (name.startsWith('set') && !name.endsWith('OnSuccess')) {
      if (whole?.sdp === undefined) pending.delete(side)
      else pending.set(side, whole)
    }
    if (name.startsWith('set') && name.endsWith('OnSuccess')) {
      const done = whole?.sdp === undefined ? pending.get(side) : whole
      if (done !== undefined) set.set(side, done)
      pending.delete(side)
    }
    return { name, value: whole } as LineBody
  }

  function restored(value: DumpDescription, side: Side): DumpDescription {
    const { type, sdp } = value
    if (sdp === undefined || !/^[vm]=\r?$/m.test(sdp)) return value
    const before = set.get(side)
    const base = before?.type === type ? before : last.get(`${side} ${type}`)
    if (base?.sdp === undefined) return value
    const sections = sectionsOf(base.sdp)
    const whole = sectionsOf(sdp).map((section, index) =>
      section === (index === 0 ? 'v=' : 'm=') ? (sections[index] ?? section) : section,
    )
    return { ...value, sdp: `${whole.join('\r\n')}\r\n` }
  }

  return { read }
}

function sectionsOf(sdp: string): string[] {
  return sdp.split(/\r?\n(?=m=)/).map((section) => section.trim())
}
