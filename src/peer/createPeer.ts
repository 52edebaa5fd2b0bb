import type { End } from '../../machines/steps'
import { channelCalls } from './calls/channels'
import { negotiationCalls } from './calls/negotiation'
import { trackCalls } from './calls/tracks'
import { createCaptures } from './captures'
import type { openMedia } from './media'
import { createNames } from './names'
import { observeConnection } from './observe'
import { causeOf } from './operations'
import type { CallName, Calls, PeerConfiguration, PeerOperation, PeerResults } from './operations'
import { watchPatience } from './patience'
import type { PatienceMemory, PatienceWatch } from './patience'
import type { PeerPort, PeerReports, PeerStreams } from './port'
import { closedStatus, diffStatus, readStatus } from './status'
import type { ConnectionStatus } from './status'

export interface PeerOptions extends PeerReports {
  end: End
  /** Creates the connection: the browser's constructor, or a fake in tests. */
  connect(config: RTCConfiguration): RTCPeerConnection
  openMedia: typeof openMedia
  patience: PatienceMemory
}

/**
 * One end's peer: owns the connection and the media, and reports what happens to them as facts. Once closed it owns
 * nothing and reports nothing more, even if the browser answers an earlier call later.
 */
export function createPeer({
  end,
  connect,
  openMedia,
  patience,
  onFact: report,
  onStreams,
  onBytes,
}: PeerOptions): PeerPort {
  let pc: RTCPeerConnection | null = null
  let streams: PeerStreams = { local: null, remote: null }
  let last: ConnectionStatus | null = null
  let stopObserving: (() => void) | null = null
  let watch: PatienceWatch | null = null
  let transceivers = createNames<RTCRtpTransceiver>('transceiver')
  let isClosed = false

  const onFact: PeerReports['onFact'] = (fact) => {
    if (!isClosed) report(fact)
  }

  const captures = createCaptures({
    end,
    openMedia,
    onEnded: (kind) => {
      onFact({ type: 'media.ended', kind })
    },
    onStream: (stream, source) => {
      showStreams(source === 'screen' ? { localScreen: stream } : { local: stream })
    },
  })
  const channels = channelCalls(connection, onFact, onBytes)

  const calls: Calls<CallName> = {
    ...negotiationCalls(connection),
    ...trackCalls({ pc: connection, ids: () => transceivers, captured: captures.find }),
    ...channels.calls,
    create({ configuration }) {
      open(configuration)
      return undefined
    },
    close() {
      connection().close()
      return undefined
    },
  }

  function showStreams(change: Partial<PeerStreams>) {
    streams = { ...streams, ...change }
    onStreams(streams)
  }

  function reportStatus(cause: string, always = false) {
    if (pc === null) return
    const status = readStatus(pc, transceivers) ?? (last === null ? null : closedStatus(last))
    if (status === null) return
    const changed = diffStatus(last, status)
    last = status
    if (always || Object.keys(changed).length > 0) onFact({ type: 'pc.changed', cause, status: changed })
  }

  function open(configuration: PeerConfiguration) {
    discard()
    pc = connect(configuration)
    transceivers = createNames('transceiver')
    reportStatus('new RTCPeerConnection()')
    stopObserving = observeConnection(pc, {
      onFact,
      onChange: (cause) => {
        reportStatus(cause, true)
      },
      onRemoteStream: (remote, isAnother) => {
        showStreams(isAnother ? { remoteScreen: remote } : { remote })
      },
    })
    watch = watchPatience(pc, patience, onFact)
    channels.observe(pc)
  }

  function discard() {
    stopObserving?.()
    stopObserving = null
    watch?.stop()
    watch = null
    pc?.close()
    pc = null
    last = null
  }

  function connection(): RTCPeerConnection {
    if (pc === null) throw new DOMException('There is no connection yet.', 'InvalidStateError')
    return pc
  }

  /** Calls at once; if the call throws, the promise rejects. */
  async function call<O extends PeerOperation>(operation: O): Promise<PeerResults[O['call']]> {
    // TypeScript cannot relate the table's entry to the operation, although both have the same name.
    const carryOut = calls[operation.call] as unknown as (
      operation: O,
    ) => PeerResults[O['call']] | Promise<PeerResults[O['call']]>
    const result = await carryOut(operation)
    if (operation.call === 'addIceCandidate' || operation.call === 'setRemoteDescription')
      watch?.noteArrival()
    // Read again although creating a description should change nothing, because a prediction is judged by it.
    if (!isClosed) reportStatus(causeOf(operation))
    return result
  }

  return {
    run: (operation) =>
      isClosed ? never() : call(operation).finally(() => (isClosed ? never() : undefined)),

    hasConnection: () => pc !== null,

    captureMedia: captures.open,

    releaseMedia: captures.release,

    captured: captures.tracks,

    sendBytes: channels.sendBytes,

    addPlaceholder(candidate) {
      void watch?.addPlaceholder(candidate).then(() => {
        reportStatus('addIceCandidate()')
      })
    },

    async getStats() {
      return pc === null ? null : pc.getStats()
    },

    close() {
      if (isClosed) return
      stopObserving?.()
      watch?.stop()
      pc?.close()
      reportStatus('close()')
      isClosed = true
      channels.stop()
      // Chromium counts a closed connection until it is garbage-collected, so no reference to it may remain.
      pc = null
      watch = null
      transceivers = createNames('transceiver')
      captures.close()
      showStreams({ local: null, remote: null, localScreen: null, remoteScreen: null })
    },
  }
}

/** The result of a call that is pending when the peer is closed: it never settles (WebRTC §4.4.1.4). */
function never<T>(): Promise<T> {
  return new Promise(() => undefined)
}
