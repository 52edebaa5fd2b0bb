/* The numbers of RTCStatsDump v3 (rtcstats, file format 3). They are assigned once and never again. */

const MEDIA = 'navigator.mediaDevices.'

const METHODS: Readonly<Record<string, string>> = {
  g: 'getStats',
  1: 'getStats',
  2: 'createOffer',
  3: 'createOfferOnSuccess',
  4: 'createAnswer',
  5: 'createAnswerOnSuccess',
  6: 'setLocalDescription',
  7: 'setLocalDescriptionOnSuccess',
  8: 'setRemoteDescription',
  9: 'setRemoteDescriptionOnSuccess',
  10: 'addIceCandidate',
  11: 'addIceCandidateOnSuccess',
  12: 'createOfferOnFailure',
  13: 'createAnswerOnFailure',
  14: 'setLocalDescriptionOnFailure',
  15: 'setRemoteDescriptionOnFailure',
  16: 'addIceCandidateOnFailure',
  20: 'onicecandidate',
  21: 'onicecandidateerror',
  22: 'ontrack',
  23: 'onsignalingstatechange',
  24: 'oniceconnectionstatechange',
  25: 'onconnectionstatechange',
  26: 'onicegatheringstatechange',
  27: 'onnegotiationneeded',
  28: 'ondatachannel',
  30: 'addTrack',
  31: 'addTrackOnSuccess',
  32: 'addTransceiver',
  33: 'addTransceiverOnSuccess',
  34: 'removeTrack',
  35: 'createDataChannel',
  36: 'close',
  37: 'restartIce',
  38: 'setConfiguration',
  39: 'create',
  40: 'constraints',
  41: 'setCodecPreferences',
  42: 'setHeaderExtensionsToNegotiate',
  50: 'setParameters',
  51: 'replaceTrack',
  60: `${MEDIA}getUserMedia`,
  61: `${MEDIA}getUserMediaOnSuccess`,
  63: `${MEDIA}getDisplayMedia`,
  64: `${MEDIA}getDisplayMediaOnSuccess`,
  65: `${MEDIA}getUserMediaOnFailure`,
  66: `${MEDIA}enumerateDevices`,
  67: `${MEDIA}ondevicechange`,
  68: `${MEDIA}getDisplayMediaOnFailure`,
  70: 'MediaStreamTrack.stop',
  71: 'MediaStreamTrack.applyConstraints',
  72: 'MediaStreamTrack.onended',
  73: 'MediaStreamTrack.onmute',
  74: 'MediaStreamTrack.onunmute',
  80: 'HTMLMediaElement.resize',
}

/** The types of reports, from 1. */
const TYPES =
  'inbound-rtp outbound-rtp remote-inbound-rtp remote-outbound-rtp transport candidate-pair local-candidate remote-candidate data-channel peer-connection certificate media-source media-playout codec'.split(
    ' ',
  )

/** The names of properties, by the first number of each run. */
const PROPERTIES: Readonly<Record<number, string>> = {
  4: 'payloadType transportId mimeType clockRate channels sdpFmtpLine ssrc kind codecId',
  14: 'packetsReceived packetsLost jitter trackIdentifier mid remoteId framesDecoded keyFramesDecoded framesDropped frameWidth frameHeight framesPerSecond qpSum totalDecodeTime totalInterFrameDelay totalSquaredInterFrameDelay pauseCount totalPausesDuration freezeCount totalFreezesDuration lastPacketReceivedTimestamp headerBytesReceived packetsDiscarded fecPacketsReceived fecPacketsDiscarded fecBytesReceived fecSsrc bytesReceived nackCount firCount pliCount totalProcessingDelay estimatedPlayoutTimestamp',
  47: 'jitterBufferDelay jitterBufferTargetDelay jitterBufferEmittedCount jitterBufferMinimumDelay totalSamplesReceived concealedSamples silentConcealedSamples concealmentEvents insertedSamplesForDeceleration removedSamplesForAcceleration audioLevel totalAudioEnergy totalSamplesDuration framesReceived decoderImplementation playoutId powerEfficientDecoder framesAssembledFromMultiplePackets totalAssemblyTime contentType googTimingFrameInfo retransmittedPacketsReceived retransmittedBytesReceived rtxSsrc totalCorruptionProbability totalSquaredCorruptionProbability corruptionMeasurements',
  74: 'localId roundTripTime totalRoundTripTime fractionLost roundTripTimeMeasurements packetsSent bytesSent mediaSourceId rid encodingIndex headerBytesSent retransmittedPacketsSent retransmittedBytesSent targetBitrate totalEncodedBytesTarget framesSent hugeFramesSent framesEncoded keyFramesEncoded totalEncodeTime totalPacketSendDelay qualityLimitationReason qualityLimitationDurations qualityLimitationResolutionChanges encoderImplementation powerEfficientEncoder active scalabilityMode remoteTimestamp reportsSent',
  104: 'echoReturnLoss echoReturnLossEnhancement width height frames synthesizedSamplesDuration synthesizedSamplesEvents totalPlayoutDelay totalSamplesCount dataChannelsOpened dataChannelsClosed label protocol dataChannelIdentifier state messagesSent messagesReceived iceRole iceLocalUsernameFragment dtlsState iceState selectedCandidatePairId localCertificateId remoteCertificateId tlsVersion dtlsCipher dtlsRole srtpCipher selectedCandidatePairChanges rtcpTransportStatsId address port candidateType priority url relayProtocol foundation relatedAddress relatedPort usernameFragment tcpType networkType',
  148: 'localCandidateId remoteCandidateId nominated lastPacketSentTimestamp currentRoundTripTime availableOutgoingBitrate availableIncomingBitrate requestsReceived requestsSent responsesReceived responsesSent consentRequestsSent packetsDiscardedOnSend bytesDiscardedOnSend',
  163: 'fingerprint fingerprintAlgorithm base64Certificate issuerCertificateId psnrMeasurements psnrSum packetsReceivedWithEct1 packetsReceivedWithCe packetsReportedAsLost packetsReportedAsLostButRecovered packetsWithBleachedEct1Marking packetsSentWithEct1 ccfbMessagesSent ccfbMessagesReceived',
}

const NAMES = new Map<string, string>([['t', 'timestamp']])
for (const [first, names] of Object.entries(PROPERTIES)) {
  for (const [index, name] of names.split(' ').entries()) NAMES.set(String(Number(first) + index), name)
}

/** The long name of a method; an unknown one stays as it is. */
export function methodName(method: string | number): string {
  const key = String(method)
  if (typeof method === 'string' && method !== 'g') return method
  return Object.hasOwn(METHODS, key) ? (METHODS[key] ?? key) : key
}

/** The long name of a property of a report. */
export function propertyName(key: string): string {
  return NAMES.get(key) ?? key
}

/** The type of a report, also where it is a number. */
export function typeName(value: unknown): string {
  if (typeof value === 'number') return TYPES[value - 1] ?? String(value)
  return typeof value === 'string' ? value : ''
}
