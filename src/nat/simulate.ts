import type { NatKind } from './natKinds'
import type { Endpoint } from './natTable'
import type { CandidateKind, SimulationStep, SimulationStepKind, Outcome, NatEnd } from './simulationStep'
import { otherNatEnd } from './simulationStep'
import type { World } from './createWorld'
import { RELAY, SERVER, createWorld, isDropped, learnedFrom, seenSource } from './createWorld'

export interface Setup {
  readonly caller: NatKind
  readonly callee: NatKind
  readonly hasTurn: boolean
}

const SIDES: readonly NatEnd[] = ['caller', 'callee']
// A second round uses every permission that the first one created; a third would change nothing.
const ROUNDS = 2

/** Asks the STUN server and returns the address it saw: the candidate that the other end will get. */
function gather(world: World, side: NatEnd): Endpoint {
  const request = world.send(side, 'server', SERVER, world.local(side))
  world.note('stun-request', side, { trip: request })
  const seen = seenSource(request)
  const kind = seen === world.local(side) ? 'host' : 'srflx'
  const response = world.send('server', side, seen, SERVER)
  world.note('stun-response', side, { trip: response, learned: { side, kind, endpoint: seen } })
  return seen
}

/** One connectivity check and its response; null if either is lost (RFC 8445 §7). */
function check(
  world: World,
  kind: SimulationStepKind,
  side: NatEnd,
  told: Record<NatEnd, Endpoint>,
  to: Endpoint,
) {
  const other = otherNatEnd(side)
  const request = world.send(side, other, to, world.local(side))
  const source = seenSource(request)
  const isLost = isDropped(request)
  const learned = isLost ? null : learnedFrom(side, source, told[side])
  world.note(kind, side, { trip: request, learned })
  if (isLost) return null
  const response = world.send(other, side, source, world.local(other))
  world.note('check-response', other, { trip: response })
  // A response is valid only if it comes from where the request went (RFC 8445 §7.2.5.2.1).
  return isDropped(response) || seenSource(response) !== to ? null : source
}

/** How the ends call an endpoint: host without a NAT, srflx if it was signaled, otherwise prflx. */
function nameOf(world: World, side: NatEnd, endpoint: Endpoint, signaled: Endpoint): CandidateKind {
  if (endpoint !== signaled) return 'prflx'
  return endpoint === world.local(side) ? 'host' : 'srflx'
}

/** Both ends check in turn; each packet may create a NAT entry for the next. */
function connectDirectly(world: World, signaled: Record<NatEnd, Endpoint>): Outcome | null {
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of SIDES) {
      const other = otherNatEnd(side)
      const source = check(world, round === 0 ? 'check' : 'check-again', side, signaled, signaled[other])
      if (source === null) continue
      // The end that was reached checks back, to the address that it has learned (RFC 8445 §7.3.1.4).
      check(world, 'triggered-check', other, signaled, source)
      const kinds = {
        [side]: nameOf(world, side, source, signaled[side]),
        [other]: nameOf(world, other, signaled[other], signaled[other]),
      } as Record<NatEnd, CandidateKind>
      return { kind: 'direct', ...kinds }
    }
  }
  return null
}

/** The caller checks the callee's relayed address; the server forwards everything (RFC 8656). */
function connectByRelay(world: World, signaled: Record<NatEnd, Endpoint>): Outcome {
  const toServer = seenSource(world.send('callee', 'server', SERVER, world.local('callee')))
  const request = world.send('caller', 'server', RELAY, world.local('caller'))
  const source = seenSource(request)
  world.note('relay-check', 'caller', {
    trip: request,
    learned: learnedFrom('caller', source, signaled.caller),
  })
  world.note('relay-forward', 'callee', { trip: world.send('server', 'callee', toServer, SERVER) })
  world.note('relay-response', 'callee', {
    trip: world.send('callee', 'server', SERVER, world.local('callee')),
  })
  world.note('relay-return', 'caller', { trip: world.send('server', 'caller', source, RELAY) })
  return { kind: 'relay', caller: nameOf(world, 'caller', source, signaled.caller), callee: 'relay' }
}

/** Simulates one attempt to connect, from the first STUN request to the outcome. */
export function simulate({ caller, callee, hasTurn }: Setup): readonly SimulationStep[] {
  const world = createWorld({ caller, callee })
  const signaled = { caller: gather(world, 'caller'), callee: gather(world, 'callee') }
  if (hasTurn) {
    const trip = world.send('callee', 'server', SERVER, world.local('callee'))
    world.note('allocate', 'callee', { trip, learned: { side: 'callee', kind: 'relay', endpoint: RELAY } })
  }
  world.note('signaling', 'caller')
  const direct = connectDirectly(world, signaled)
  const outcome = direct ?? (hasTurn ? connectByRelay(world, signaled) : { kind: 'needs-turn' as const })
  world.note('outcome', 'caller', { outcome })
  return world.steps
}

/** The outcome alone. */
export function outcomeOf(setup: Setup): Outcome {
  return simulate(setup).at(-1)?.outcome ?? { kind: 'needs-turn' }
}
