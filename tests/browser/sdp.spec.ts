import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { captureSdp } from '../support/sdpScenes'

// HANDSHAKE_WRITE_SDP=1 keeps what this browser wrote as fixtures for the unit tests.
const FIXTURES = new URL('../unit/sdp/fixtures/', import.meta.url)

test('every line this browser writes has a note, and every part of it a meaning', async ({
  page,
  browserName,
}) => {
  await page.goto('en/call/')
  const captured = await page.evaluate(captureSdp)
  expect(captured.length).toBeGreaterThan(15)
  if (process.env['HANDSHAKE_WRITE_SDP'] === undefined) return
  const folder = new URL(`${browserName}/`, FIXTURES)
  mkdirSync(folder, { recursive: true })
  for (const { name, sdp } of captured) writeFileSync(new URL(`${name}.sdp`, folder), sdp)
})
