import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Dump } from '../../../src/diagnosis/dump'
import { recognise } from '../../../src/diagnosis/recognise'
import { dumpIn, dumpOf, storedBytes } from './labFixtures'

/** A call between two connections of one page of Firefox 153; the page and the two reports were taken of it. */
const PAGE = 'firefox-153-page.html.gz'
const page = async () => dumpIn(storedBytes(PAGE))
const report = async (index: 0 | 1) => dumpIn(storedBytes(`firefox-153-report-${index}.json.gz`))
const pageText = () => gunzipSync(storedBytes(PAGE)).toString('utf8')

/** The descriptions of a connection, in their order. */
const descriptions = ({ lines }: Dump, id: string) =>
  lines
    .filter(({ conn, name }) => conn === id && name.endsWith('Description'))
    .map(({ at, name, value }) => ({ at, name, value }))

it('the saved page and the copied reports say the same of both connections', async () => {
  const dump = await page()
  expect(recognise(pageText())).toBe('firefox-report')
  for (const index of [0, 1] as const) {
    const { connections, lines, browser } = await report(index)
    expect(browser).toBe('Firefox')
    const [one] = connections
    const id = one?.id ?? ''
    expect(dump.connections.find((other) => other.id === id)).toEqual(one)
    expect(descriptions(dump, id)).toEqual(descriptions({ lines } as Dump, id))
    expect(descriptions(dump, id)).toHaveLength(2)
    const candidates = (all: Dump['lines']) =>
      all
        .filter(({ conn, name }) => conn === id && /candidate/i.test(name))
        .map(({ name, value }) => JSON.stringify([name, value]))
        .sort()
    expect(candidates(dump.lines)).toEqual(candidates(lines))
    expect(candidates(lines).length).toBeGreaterThan(3)
  }
})

it('reads roles, servers without credentials, and the page without its token', async () => {
  const { connections } = await page()
  expect(connections.map(({ role }) => role).sort()).toEqual(['callee', 'caller'])
  const caller = connections.find(({ role }) => role === 'caller')
  expect(caller?.page).toBe('http://app.example/a')
  expect(caller?.configuration?.iceServers).toEqual([
    { urls: ['turn:127.0.0.1:3479?transport=udp'], hasCredential: true },
  ])
})

it('reads the table of pairs and the streams', async () => {
  const { reports } = await page()
  const pairs = reports.filter(({ type }) => type === 'candidate-pair')
  expect(pairs.map(({ values }) => [values['state']?.[0], values['selected']?.[0]])).toContainEqual([
    'succeeded',
    true,
  ])
  expect(reports.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['local-candidate', 'remote-candidate', 'inbound-rtp', 'outbound-rtp']),
  )
  const inbound = reports.filter(({ type }) => type === 'inbound-rtp')
  expect(inbound.every(({ values }) => Number(values['packetsReceived']?.[0]) > 0)).toBe(true)
})

it('does not depend on the language of the page', async () => {
  // The words between the tags are those of the user's language.
  const words = pageText().replace(/(data-l10n-id="[^"]+"[^>]*>)[^<]*[A-Za-z]{3}[^<]*</g, '$1某些文字<')
  expect(words).not.toBe(pageText())
  const [own, other] = [await page(), await dumpOf(words)]
  expect(other.connections).toEqual(own.connections)
  expect(other.lines).toEqual(own.lines)
})

it('reads a history as many samples of one connection', async () => {
  const { connections, reports, lines } = await dumpIn(storedBytes('firefox-153-history.json.gz'))
  expect(connections).toHaveLength(1)
  expect(lines.filter(({ name }) => name.endsWith('Description'))).toHaveLength(2)
  expect(Math.max(...reports.map(({ times }) => times.length))).toBeGreaterThan(1)
})

it('reads the descriptions of a page of 2019, which has no ids', async () => {
  const sdp = (setup: string) =>
    `v=0\no=mozilla...THIS_IS_SDPARTA-68.0 ${setup.length} 0 IN IP4 0.0.0.0\ns=-\nt=0 0\na=setup:${setup}\n`
  // Made by hand after a page of Firefox 68 in Portuguese.
  const text = `<div id="content"><h2>Estatísticas</h2><div class="peer-connection"><h3>[ 15032385537 ] https://call.example/room?key=1 12:00</h3>
    <div><span class="info-label">PeerConnection ID: </span><span class="info-body">1563300000000000 (id=15032385537 url=https://call.example/room?key=1)</span></div>
    <h4>SDP</h4><h5>SDP local (oferta)</h5><pre>${sdp('actpass')}</pre><h5>SDP remoto (resposta)</h5><pre>${sdp('active')}</pre></div></div>`
  expect(recognise(text)).toBe('firefox-report')
  const { connections, lines } = await dumpOf(text)
  expect(connections.map((one) => one.page)).toContain('https://call.example/room')
  expect(lines.map(({ name, value }) => [name, (value as { type: string }).type])).toEqual([
    ['setLocalDescription', 'offer'],
    ['setRemoteDescription', 'answer'],
  ])
})

it('reads the pairs of a page without ids, in any language', async () => {
  const row = (state: string, chosen: boolean, remote: string) =>
    `<tr><td>${state}</td><td>${chosen}</td><td>${chosen}</td><td>192.0.2.1:45542/udp(host)</td><td>${remote}/udp(host)</td><td>1</td><td>7962083769</td><td>${chosen ? '5120' : ''}</td><td>${chosen ? '6144' : ''}</td></tr>`
  // Made by hand after the columns of Firefox 78: state, nominated, selected, local, remote, component, priority, bytes.
  const text = `<div id="content"><h2>Estatísticas</h2><div class="peer-connection">
    <div><span class="info-label">PeerConnection ID: </span><span class="info-body">1594000000000000 (id=8 url=https://call.example/)</span></div>
    <h4>ICE</h4><table><tr><th>Estado</th><th>Nomeado</th></tr>${row('succeeded', true, '192.0.2.2:50000')}${row('failed', false, '198.51.100.9:50001')}</table></div></div>`
  expect(recognise(text)).toBe('firefox-report')
  const { reports } = await dumpOf(text)
  const pairs = reports.filter(({ type }) => type === 'candidate-pair')
  expect(pairs.map(({ times, values }) => [times, values['state'], values['bytesReceived']])).toEqual([
    [[1_594_000_000_000], ['succeeded'], [6_144]],
    [[1_594_000_000_000], ['failed'], undefined],
  ])
  expect(
    reports.filter(({ type }) => type === 'remote-candidate').map(({ values }) => values['address']),
  ).toEqual([['192.0.2.2'], ['198.51.100.9']])
})

it('tells no pairs from a table that only looks like one', async () => {
  const text = `<div id="content" class="about:webrtc"><div><span class="info-body">1594000000000000 (id=8 url=https://call.example/)</span></div>
    <table><tr><td>failed</td><td>true</td><td>true</td><td>call.example</td><td>call.example</td></tr></table></div>`
  expect((await dumpOf(text)).reports).toEqual([])
})
