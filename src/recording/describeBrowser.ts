interface Brand {
  brand: string
  version: string
}

/** The fields of `navigator` that identify the browser; `userAgentData` is Chromium's (UA Client Hints §4.1). */
export interface BrowserSource {
  userAgent: string
  userAgentData?: { brands: readonly Brand[] }
}

const ENGINES = [
  [/\b(?:Edg|EdgA)\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\bFxiOS\/(\d+)/, 'Firefox iOS'],
  [/\b(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+(?:\.\d+)?).* Safari\//, 'Safari'],
] as const

/** A browser's name and major version: enough to compare calls, and too little to identify a machine. */
export function describeBrowser({ userAgent, userAgentData }: BrowserSource): string {
  const brands = (userAgentData?.brands ?? []).filter(({ brand }) => !/not.?a.?brand|^\W/i.test(brand))
  // Every Chromium also lists `Chromium`; its own name says more.
  const own = brands.find(({ brand }) => brand !== 'Chromium') ?? brands[0]
  if (own !== undefined) return `${own.brand} ${own.version}`.slice(0, 120)
  for (const [pattern, name] of ENGINES) {
    const version = pattern.exec(userAgent)?.[1]
    if (version !== undefined) return `${name} ${version}`
  }
  return userAgent.slice(0, 120) || '?'
}
