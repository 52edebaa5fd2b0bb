import type { Candidate, EndEvent } from '../../machines/contracts'
import { isLine } from './applied'
import type { LineOf } from './applied'
import type { DumpLine } from './dump'

/** A candidate of the other end: the call that adds it, once there is one, and whether its outcome is known. */
interface Arrived {
  readonly text: string
  call: number | null
  isSettled: boolean
}

/** Reads the lines of candidates as events of an end of a bench. `lines`: all of the connection. */
export function createBenchCandidates(lines: readonly DumpLine[], put: (event: EndEvent) => boolean) {
  const arrived: Arrived[] = []
  // Chromium lists only what was refused.
  const recordsSuccess = lines.some((line) => isLine(line, 'addIceCandidateOnSuccess'))
  const failures = lines.filter((line) => isLine(line, 'addIceCandidateOnFailure'))

  /** Whether the line is one of a candidate. */
  function take(line: DumpLine): boolean {
    switch (line.name) {
      case 'onicecandidate':
        gather(line.value)
        return true
      case 'onicecandidateerror': {
        const { url, errorCode, errorText, address, port } = line.value
        put({ type: 'pc.candidate-error', error: { url, errorCode, errorText, address, port } })
        return true
      }
      case 'addIceCandidate':
        add(line)
        return true
      case 'addIceCandidateOnSuccess': {
        const index = indexOf(line)
        if (index !== -1) settle(index)
        return true
      }
      case 'addIceCandidateOnFailure':
        refuse(line)
        return true
      default:
        return false
    }
  }

  function gather(value: LineOf<'onicecandidate'>['value']): void {
    if (value === null) {
      put({ type: 'pc.end-of-candidates' })
      return
    }
    const { url, relayProtocol: _, ...candidate } = value
    put({ type: 'pc.candidate', candidate, ...(url !== undefined && { url }) })
  }

  /** That a candidate was to be added proves that it had arrived. */
  function add({ seq, value }: LineOf<'addIceCandidate'>): void {
    const text = value?.candidate ?? ''
    let index = arrived.findIndex((one) => one.call === null && one.text === text)
    if (index === -1) index = arrive(value)
    const found = arrived[index]
    if (found === undefined) return
    found.call = seq
    const isRefused = failures.some(({ call, value: { candidate } }) =>
      call === undefined ? candidate?.candidate === text : call === seq,
    )
    if (!recordsSuccess && !isRefused) settle(index)
  }

  /** A candidate has arrived. Returns its place; -1: it is no candidate that a recording may hold. */
  function arrive(candidate: Candidate | null): number {
    const isEnd = candidate === null || candidate.candidate === ''
    if (!put(isEnd ? { type: 'signal.end-of-candidates' } : { type: 'signal.candidate', candidate }))
      return -1
    arrived.push({ text: candidate?.candidate ?? '', call: null, isSettled: false })
    return arrived.length - 1
  }

  /** The place of the candidate that an outcome belongs to: as it names, else the oldest that has none. */
  function indexOf({ call }: DumpLine): number {
    return arrived.findIndex(
      (one) => one.call !== null && !one.isSettled && (call === undefined || one.call === call),
    )
  }

  function settle(index: number): void {
    const found = arrived[index]
    if (found === undefined) return
    found.isSettled = true
    put({ type: 'pc.candidate-added', index })
  }

  function refuse(line: LineOf<'addIceCandidateOnFailure'>): void {
    const { candidate, ...problem } = line.value
    let index = indexOf(line)
    // Some files list the refusal alone.
    if (index === -1 && candidate !== undefined) index = arrive(candidate)
    const found = arrived[index]
    if (found === undefined) return
    found.isSettled = true
    put({ type: 'pc.candidate-refused', index, problem })
  }

  return { take, arrive }
}
