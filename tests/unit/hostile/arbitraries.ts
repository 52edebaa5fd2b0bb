import fc from 'fast-check'

/** Texts that often cause errors: inherited property names, control characters, lone surrogates, markup, templates. */
export const NASTY = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\0',
  '\uD800',
  '\uDC00\uD800',
  '\u202Egnp.exe\u202C',
  '\u2066\u2028\u2029\uFEFF',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  '"\'`${1}{{1}}{n}$&$1',
  'İ',
  '-1',
  '1e999',
  '',
] as const

/** Text for any field: nasty pieces, real ones, and anything between. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom<string>(...NASTY), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

/** What `structuredClone` can bring from another window or channel. */
export const cloneable: fc.Arbitrary<unknown> = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  key: fc.oneof(hostileText, fc.constantFrom('type', 'value', 'states', 'id')),
  maxDepth: 4,
})

/** As long as a description in a message may be (broadcast-signaling/message.ts). */
const LONG = 256 * 1024

/** Texts that make a careless pattern backtrack from every position. */
export const PUMPS: readonly string[] = [
  'a',
  'a.',
  'aa:',
  '1.',
  'x:',
  '0:x:',
  ' ',
  ';',
  '; ',
  'candidate:',
  'a=candidate:1 1 ',
  'fingerprint:',
  'fingerprint:a ',
  'ice-pwd:',
  ' raddr ',
  'turn:',
  '-',
  '\r',
  '\n',
  'm=\n',
  'a=mid:1\n',
  'a=fmtp:1 ;',
].map((piece) => piece.repeat(LONG / piece.length))
