/** The three numbers a candidate's priority is made of (RFC 8445 §5.1.2.1). */
export interface Priority {
  /** 0 to 126: how much this type is preferred; host 126, srflx 100, relay 0 by recommendation. */
  typePreference: number
  /** 0 to 65535: among candidates of one type, which interface or address family comes first. */
  localPreference: number
  /** 1 to 256. */
  component: number
}

const TYPE = 2 ** 24
const LOCAL = 2 ** 8

/** Takes a priority apart. Arithmetic, not bit operators: those are signed. */
export function decodePriority(priority: number): Priority {
  return {
    typePreference: Math.floor(priority / TYPE),
    localPreference: Math.floor((priority % TYPE) / LOCAL),
    component: 256 - (priority % LOCAL),
  }
}

/** 2²⁴ × type preference + 2⁸ × local preference + (256 − component). */
export function encodePriority({ typePreference, localPreference, component }: Priority): number {
  return TYPE * typePreference + LOCAL * localPreference + (256 - component)
}
