import type { AppMessage } from '../../../machines/bench/benchContracts'
import { parseCandidate } from '../../ice/candidate'
import type { Message } from '../../i18n/i18n'
import { trayWords } from '../../i18n/messages/bench'
import { formatSize } from '../../ui/format'

/** What a message of the tray is, in code, and what it says: in code, or in words. */
export interface MessageText {
  readonly kind: string
  readonly text: string | Message
}

/** How a message stands in the tray: `candidate`, `host udp 192.0.2.1:50412`. */
export function messageText(body: AppMessage): MessageText {
  switch (body.kind) {
    case 'description': {
      const { type, sdp } = body.description
      return { kind: type, text: formatSize(sdp.length) }
    }
    case 'candidate': {
      const line = body.candidate.candidate
      if (line === '') return { kind: 'candidate', text: trayWords.noMore }
      const read = parseCandidate(line)
      if (read === null) return { kind: 'candidate', text: trayWords.unreadable }
      return { kind: 'candidate', text: `${read.type} ${read.protocol} ${read.address}:${String(read.port)}` }
    }
    case 'end-of-candidates':
      return { kind: 'end', text: trayWords.noMore }
    case 'bye':
      return { kind: 'bye', text: trayWords.goodbye }
  }
}
