import type { ErrorId } from './errorIds'

const PAGES: Readonly<Partial<Record<number, ErrorId>>> = {
  401: 'ice-401',
  438: 'ice-438',
  701: 'ice-701',
  300: 'allocation-refused',
  403: 'allocation-refused',
  437: 'allocation-refused',
  486: 'allocation-refused',
  508: 'allocation-refused',
  // What Firefox 153 makes of 508.
  65535: 'allocation-refused',
}

/** The page of what an `icecandidateerror` event says; null for a code without one. */
export function candidateErrorPage(errorCode: number): ErrorId | null {
  return PAGES[errorCode] ?? null
}
