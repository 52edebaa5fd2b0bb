/* eslint-disable @typescript-eslint/no-deprecated, @typescript-eslint/no-invalid-void-type, @typescript-eslint/no-confusing-void-expression -- pages use these forms, too */
/**
 * What pages can see of RTCPeerConnection, as plain data: states, errors, identities, orders of events, subclasses. The
 * probe must change none of it. It runs in a page, so it uses nothing from outside.
 */
export async function behaviour(): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  const failure = async (run: () => unknown) => {
    try {
      await run()
      return 'no error'
    } catch (error) {
      return error instanceof Error || error instanceof DOMException
        ? `${error.name}: ${error.message}`
        : String(error)
    }
  }
  const thrownAtOnce = (run: () => unknown) => {
    try {
      run()
      return false
    } catch {
      return true
    }
  }
  const Base = RTCPeerConnection
  const pc = new Base()
  const other = new Base()

  seen['identity'] = [
    pc instanceof Base,
    pc.constructor === Base,
    Object.getPrototypeOf(pc) === Base.prototype,
    Object.prototype.toString.call(pc),
    Base.name,
    Base.length,
    typeof Base.generateCertificate,
    Object.keys(pc),
    JSON.stringify(pc),
    'webkitRTCPeerConnection' in globalThis
      ? Reflect.get(globalThis, 'webkitRTCPeerConnection') === Base
      : 'none',
    Object.getOwnPropertyDescriptor(globalThis, 'RTCPeerConnection')?.enumerable,
  ]
  seen['methods'] = (['createOffer', 'addIceCandidate', 'close', 'addTransceiver'] as const).map((name) => [
    pc[name].name,
    pc[name].length,
    pc[name] === pc[name],
  ])

  class Sub extends Base {
    readonly mark = 'sub'
    calls = 0
    override createOffer(...args: unknown[]): Promise<RTCSessionDescriptionInit & void> {
      this.calls += 1
      return super.createOffer(...(args as [])) as Promise<RTCSessionDescriptionInit & void>
    }
  }
  const sub = new Sub()
  const fromSub = await sub.createOffer()
  seen['subclass'] = [
    sub instanceof Sub,
    sub instanceof Base,
    sub.constructor === Sub,
    sub.mark,
    sub.calls,
    (fromSub as RTCSessionDescriptionInit).type,
    Object.keys(sub),
  ]
  sub.close()

  seen['errors'] = [
    await failure(() => new Base({ iceServers: [{ urls: 'http://x' }] })),
    await failure(() => new Base({ iceServers: [{ urls: 'turn:127.0.0.1' }] })),
    await failure(() => (Base as unknown as () => void)()),
    await failure(() => pc.setRemoteDescription({ type: 'answer', sdp: '' })),
    await failure(() => pc.setRemoteDescription({ type: 'offer', sdp: 'nonsense' })),
    await failure(() => pc.setRemoteDescription({ type: 'nonsense' as 'offer', sdp: '' })),
    await failure(() => pc.createAnswer()),
    await failure(() =>
      pc.addIceCandidate({ candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host', sdpMid: '0' }),
    ),
    await failure(() => pc.addIceCandidate({ candidate: 'x' })),
    await failure(() => pc.addTransceiver('nonsense')),
    await failure(() => pc.addTrack(null as unknown as MediaStreamTrack)),
    await failure(() => pc.createDataChannel('x', { maxRetransmits: 1, maxPacketLifeTime: 1 })),
    await failure(() => (pc.createOffer as () => unknown).call({})),
    await failure(() => pc.close.call(undefined)),
    await failure(() => {
      throw new (pc.close as unknown as new () => Error)()
    }),
  ]
  seen['thrown at once'] = [
    thrownAtOnce(() => void pc.createAnswer().catch(() => undefined)),
    thrownAtOnce(() => pc.addTransceiver('nonsense')),
  ]

  const made = pc.createOffer()
  seen['promises'] = [
    made instanceof Promise,
    Object.getPrototypeOf(made) === Promise.prototype,
    Object.keys(made),
    Object.prototype.toString.call(await made),
  ]
  const legacy = await new Promise<unknown>((resolve) => {
    const returned = (pc.createOffer as (ok: (one: unknown) => void, bad: (one: unknown) => void) => unknown)(
      (one) => resolve(['called', Object.prototype.toString.call(one), returned instanceof Promise]),
      (error) => resolve(String(error)),
    )
  })
  seen['legacy callbacks'] = legacy

  // An accessor of the page is as often read, and its own method is kept.
  const own = () => Promise.resolve('own')
  const replaced = new Base()
  replaced.createAnswer = own as unknown as RTCPeerConnection['createAnswer']
  seen['replaced'] = [replaced.createAnswer === (own as unknown), await replaced.createAnswer()]
  replaced.close()

  const events: string[] = []
  const note = (name: string, one: RTCPeerConnection) => {
    one.onsignalingstatechange = () => events.push(`${name} on ${one.signalingState}`)
    one.addEventListener('signalingstatechange', () => events.push(`${name} listener ${one.signalingState}`))
    one.addEventListener('icecandidate', ({ candidate }) => {
      const to = one === pc ? other : pc
      void to.addIceCandidate(candidate ?? undefined).catch(() => undefined)
    })
  }
  note('one', pc)
  note('other', other)
  const channel = pc.createDataChannel('label', { negotiated: true, id: 5 })
  const theirs = other.createDataChannel('label', { negotiated: true, id: 5 })
  const got = new Promise<unknown>((resolve) => {
    theirs.onmessage = ({ data }) => resolve(data)
  })
  const [transceiver, sender] = [pc.addTransceiver('audio'), pc.getSenders()[0]]
  seen['transceiver'] = [
    transceiver.sender === sender,
    transceiver.direction,
    await failure(() => transceiver.sender.replaceTrack({} as MediaStreamTrack)),
    (await transceiver.sender.replaceTrack(null)) === undefined,
  ]
  const order: string[] = []
  const first = pc.setLocalDescription().then(() => order.push('set'))
  void Promise.resolve().then(() => order.push('microtask'))
  await first
  seen['order'] = order
  await other.setRemoteDescription(pc.localDescription!)
  await other.setLocalDescription()
  await pc.setRemoteDescription(other.localDescription!)
  await new Promise<void>((resolve) => {
    if (channel.readyState === 'open') resolve()
    else channel.onopen = () => resolve()
  })
  channel.send('payload')
  seen['received'] = await got
  seen['events'] = events
  seen['connected'] = [pc.connectionState, pc.signalingState, (await pc.getStats()).size > 0]
  pc.close()
  other.close()
  seen['closed'] = [
    pc.signalingState,
    pc.connectionState,
    await failure(() => pc.createOffer()),
    await failure(() => pc.createDataChannel('late')),
    await failure(() => pc.addTransceiver('audio')),
    await failure(() => {
      pc.close()
    }),
  ]
  return seen
}
