import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { reading } from '../../../../src/i18n/useI18n'
import CandidateNote from '../../../../src/evidence/ice/CandidateNote.vue'
import SdpNote from '../../../../src/evidence/sdp/SdpNote.vue'
import type { CandidateRow } from '../../../../src/evidence/ice/candidateRows'
import { NO_TIMES } from '../../../../src/evidence/ice/candidateTimes'
import { parseCandidate } from '../../../../src/ice/candidate'
import { preferencesOf } from '../../../../src/ice/priority'
import { readLines } from '../../../../src/sdp/lines'

/** The ICE tab's note on a candidate of this text. */
function note(line: string) {
  reading.value = 'en'
  const candidate = parseCandidate(line)
  const row: CandidateRow = {
    kind: 'candidate',
    key: 'x',
    connection: { id: 'caller', role: 'caller' },
    isOfPeer: false,
    at: 0,
    line,
    mid: '0',
    ufrag: null,
    candidate,
    priority: candidate === null ? null : preferencesOf(candidate),
    sent: null,
    arrived: 'added',
    problem: null,
    times: NO_TIMES,
  }
  return mount(CandidateNote, { props: { row } })
}

const FREESWITCH = 'candidate:0560693492 1 udp 659136 203.0.113.4 16628 typ host'

test('a priority of another making is shown without a sum, and the other fields stay', () => {
  const shown = note(FREESWITCH)
  expect(shown.find('[data-priority]').exists()).toBe(false)
  expect(shown.text()).toContain('did not use the formula')
  expect(shown.text()).toContain('203.0.113.4:16628')
  expect(note(FREESWITCH.replace('659136', '2130706431')).find('[data-priority]').exists()).toBe(true)
})

test('what breaks the grammar is named, and what cannot be read is called so', () => {
  expect(note(FREESWITCH).find('[data-faults]').exists()).toBe(false)
  const faulty = note('candidate:1 0 udp 2130706431 [fe80::1] 99999 typ host').get('[data-faults]')
  expect(faulty.text()).toContain('component, address, port')
  expect(note('candidate: 1 udp 1 192.0.2.1 1 typ host').get('[data-faults]').text()).toContain(
    'cannot be read as a candidate',
  )
})

test('the related address of a relay is what the TURN server saw, unless it is hidden', () => {
  const relay = 'candidate:1 1 udp 41885439 198.51.100.1 50000 typ relay'
  expect(note(`${relay} raddr 203.0.113.7 rport 61000`).text()).toContain('the TURN server saw')
  expect(note(`${relay} raddr :: rport 0`).text()).toContain('blanked for privacy')
})

test('port 9 is explained only for an end that connects out', () => {
  const over = (type: string) => note(`candidate:1 1 tcp 1518280447 192.0.2.1 443 typ host tcptype ${type}`)
  expect(over('passive').text()).not.toContain('port 9')
  expect(over('active').text()).toContain('port 9')
})

test.each([
  ['y=0200007585', 'no such type of line'],
  ['   v=0', 'Not a line of SDP'],
  ['a=brand-new', 'must ignore it'],
])('the SDP tab says of %j what it is', (text, words) => {
  reading.value = 'en'
  const [line] = readLines(text)
  const shown = mount(SdpNote, {
    props: { line: line!, section: null, tokens: [], reason: null, added: 0, passing: false },
  })
  expect(shown.text()).toContain(words)
  expect(shown.get('a.chip').attributes('href')).toBe('https://www.rfc-editor.org/rfc/rfc8866#section-5')
})
