import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { MAX_BYTES } from '../../../src/proof/certificate'
import { sha256 } from '../../../src/proof/hash'
import { readCertificate, readCertificateFile } from '../../../src/proof/readCertificate'
import { certificateName, writeCertificate } from '../../../src/proof/writeCertificate'
import { exampleRecording, handInOf } from './certificates'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A certificate read again; throws with the reason if it cannot be. */
async function read(file: string) {
  const result = await readCertificate(file)
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`)
  return result
}

test('the hash is SHA-256, as FIPS 180-4 gives it for "abc"', async () => {
  expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('a certificate is read again with its hash, its labs, its guesses and its recording', async () => {
  const { file, hasHash } = await writeCertificate(handInOf({ recording: exampleRecording() }))
  const { certificate, hash, recording } = await read(file)
  expect(hasHash).toBe(true)
  expect(hash).toBe('right')
  expect(certificate).toMatchObject({
    name: '王小明',
    steps: ['capture-media', 'add-tracks'],
    labs: [
      { id: 'no-tracks', marks: ['solved', 'unaided'], actions: 4 },
      { id: 'lost-answer', marks: ['solved'], actions: 9 },
    ],
    guesses: [{ id: 'offer-setup', right: 2, wrong: 1 }],
  })
  expect(recording).toMatchObject({ ok: true })
})

test('what identifies machines is redacted; the call is still known by a hash of its fingerprints', async () => {
  const secret = exampleRecording('chromium-connected', true)
  const { file } = await writeCertificate(handInOf({ recording: secret }))
  expect(JSON.stringify(secret.log)).toContain('5C:5C:5C')
  expect(file).not.toContain('5C:5C:5C')
  const { certificate } = await read(file)
  expect(certificate.fingerprints.length).toBeGreaterThan(0)
  expect(certificate.recording).toMatchObject({ redacted: true })
})

test('other white space and another order of fields keep the hash; any other change does not fit it', async () => {
  const { file } = await writeCertificate(handInOf())
  const data = JSON.parse(file) as Record<string, unknown>
  const turned = Object.fromEntries(Object.entries(data).reverse())
  expect(await read(JSON.stringify(turned))).toMatchObject({ hash: 'right' })
  expect(await read(`\uFEFF${file.replaceAll('\n', '\r\n')}`)).toMatchObject({ hash: 'right' })
  const changes: Record<string, unknown>[] = [
    { name: '王小朋' },
    { explanation: '' },
    { labs: [] },
    { guesses: [{ id: 'offer-setup', right: 3, wrong: 1 }] },
    { steps: ['capture-media'] },
    { made: '2026-11-30T10:00:00.001Z' },
  ]
  for (const change of changes)
    expect(await read(JSON.stringify({ ...data, ...change })), JSON.stringify(change)).toMatchObject({
      hash: 'wrong',
    })
  expect(await read(JSON.stringify({ ...data, hash: null }))).toMatchObject({ hash: 'none' })
})

test('a page without WebCrypto saves a certificate without a hash, and cannot check one', async () => {
  const { file } = await writeCertificate(handInOf())
  vi.stubGlobal('crypto', {})
  expect(await writeCertificate(handInOf())).toMatchObject({ hasHash: false })
  expect(await read(file)).toMatchObject({ hash: 'unchecked' })
})

test('a file that cannot be read is refused with the reason that helps', async () => {
  const { file } = await writeCertificate(handInOf())
  const data = JSON.parse(file) as Record<string, unknown>
  const reasonOf = async (text: string) => {
    const result = await readCertificate(text)
    return result.ok ? 'read' : result.reason
  }
  expect(await reasonOf(file.slice(0, -20))).toBe('not-json')
  expect(await reasonOf('{"format":"handshake-recording"}')).toBe('recording')
  expect(await reasonOf('[]')).toBe('foreign')
  expect(await reasonOf('null')).toBe('foreign')
  expect(await reasonOf(JSON.stringify({ ...data, version: 2 }))).toBe('newer')
  expect(await reasonOf(JSON.stringify({ ...data, labs: 'all' }))).toBe('damaged')
  expect(await reasonOf(JSON.stringify({ ...data, extra: 1 }))).toBe('damaged')
  expect(await reasonOf(JSON.stringify({ ...data, name: '' }))).toBe('damaged')
  const large = await readCertificateFile({ size: MAX_BYTES + 1 } as Blob)
  expect(large).toMatchObject({ ok: false, reason: 'too-large' })
})

test('a recording that is damaged does not hide the rest of its certificate', async () => {
  const { file } = await writeCertificate(handInOf({ recording: exampleRecording() }))
  const data = JSON.parse(file) as { recording: Record<string, unknown> }
  const { certificate, recording, hash } = await read(
    JSON.stringify({ ...data, recording: { ...data.recording, trace: [] } }),
  )
  expect(certificate.name).toBe('王小明')
  expect(recording).toBe('impossible')
  expect(hash).toBe('wrong')
})

test('whatever the text, reading never throws', async () => {
  const { file } = await writeCertificate(handInOf())
  const data = JSON.parse(file) as Record<string, unknown>
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
      expect(await readCertificate(text)).toMatchObject({ ok: false })
    }),
  )
  // One field of a real certificate with any value.
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(data)), fc.jsonValue(), async (field, value) => {
      const result = await readCertificate(JSON.stringify({ ...data, [field]: value }))
      if (result.ok && result.hash === 'right') expect(value).toEqual(data[field])
      if (!result.ok) expect(result.reason).toMatch(/^(?:damaged|foreign|newer)$/)
    }),
  )
})

test('any name and explanation come back as they were typed, trimmed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => name.trim() !== ''),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      async (name, explanation) => {
        const handIn = handInOf({ name, explanation })
        const { certificate, hash } = await read((await writeCertificate(handIn)).file)
        expect(certificate).toMatchObject({ name: name.trim(), explanation: explanation.trim() })
        expect(hash).toBe('right')
        expect(certificateName(handIn)).toMatch(/^handshake-certificate-[\p{L}\p{N}-]+-2026-11-30\.json$/u)
      },
    ),
    { numRuns: 40 },
  )
})
