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
  // The code that Firefox 153 reports instead of 508.
  65535: 'allocation-refused',
}

/** The error page for an `icecandidateerror` code; null for a code without a page. */
export function candidateErrorPage(errorCode: number): ErrorId | null {
  return PAGES[errorCode] ?? null
}
