/** A phone on its side, or a window as low: its height is what is scarce. */
export const LOW = '(max-height: 480px) and (orientation: landscape)'
/** Shows one part of the call at a time. Style sheets repeat these two queries. */
export const PHONE = `(max-width: 899px), ${LOW}`
/** The note is a drawer. */
export const NARROW = '(max-width: 1179px)'
