import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import {
  readHandText,
  ufragOf,
  writeHandFragment,
  writeHandText,
} from '../../broadcast-signaling/room/byHand'
import type { HandDescription } from '../../broadcast-signaling/room/byHand'
import { openChannelRoom } from '../../broadcast-signaling/room/channel'
import type { HandRole } from '../../broadcast-signaling/room/channel'
import { addParts, joinParts, readParts, splitFragment } from '../../broadcast-signaling/room/handParts'
import type { HandPart } from '../../broadcast-signaling/room/handParts'
import type { RoomTransport } from '../../broadcast-signaling/room/transport'
import { openHandConnection } from '../peer/handConnection'
import type { HandConnection } from '../peer/handConnection'
import { faultOf } from './handCheck'
import type { HandFault } from './handCheck'

/** A description in every form in which it is handed over. */
export interface HandOut extends HandDescription {
  text: string
  /** For the fragment of one link. */
  fragment: string
  /** For the links of QR codes. */
  parts: string[]
}

/**
 * start: nothing is made. making: candidates are gathered. offering: waits for the answer. answering: waits for the other
 * one to take the answer. connecting: both descriptions are set. failed: no way between the two was found.
 */
export type HandStep = 'start' | 'making' | 'offering' | 'answering' | 'connecting' | 'failed'

/** What was wrong with the last text; `missing` are the parts that have not come. */
export type HandSaid =
  | { kind: 'fault'; fault: HandFault }
  | { kind: 'refused'; why: string }
  | { kind: 'missing'; missing: number[]; of: number }

/** The exchange of two descriptions by hand. */
export interface HandSession {
  readonly step: Readonly<ShallowRef<HandStep>>
  readonly out: Readonly<ShallowRef<HandOut | null>>
  readonly said: Readonly<ShallowRef<HandSaid | null>>
  makeOffer(): Promise<void>
  /** Whether a link that was opened elsewhere belongs here. */
  wants(text: string): boolean
  /** Takes a text, or a part of one, in whatever shape. */
  take(text: string): Promise<void>
  startOver(): void
  /** Ends the exchange; a connection that was made stays. */
  close(): void
}

export interface HandWorld {
  openConnection?(): HandConnection
  /** Milliseconds since 1970. */
  now(): number
  onOpen(transport: RoomTransport): void
}

export function createHandSession({
  openConnection = openHandConnection,
  now,
  onOpen,
}: HandWorld): HandSession {
  const step = shallowRef<HandStep>('start')
  const out = shallowRef<HandOut | null>(null)
  const said = shallowRef<HandSaid | null>(null)
  let parts: HandPart[] = []
  let connection: HandConnection | null = null

  function open(role: HandRole): HandConnection {
    const opened = (connection = openConnection())
    const ifCurrent = (run: () => void) => () => {
      if (connection === opened) run()
    }
    opened.onOpen(
      ifCurrent(() => {
        connection = null
        onOpen(openChannelRoom(opened.channel, role))
      }),
    )
    opened.onFailed(
      ifCurrent(() => {
        // Who has answered waits for the other one: that ICE gives up meanwhile means nothing.
        if (step.value === 'connecting') step.value = 'failed'
      }),
    )
    return opened
  }

  async function handOut(description: HandDescription, answers?: string | null): Promise<HandOut> {
    const note = { made: now(), ...(answers != null && { answers }) }
    const fragment = await writeHandFragment(description, note)
    return {
      ...description,
      text: writeHandText(description, note),
      fragment,
      parts: splitFragment(fragment),
    }
  }

  function startOver() {
    connection?.close()
    connection = null
    parts = []
    step.value = 'start'
    out.value = null
    said.value = null
  }

  async function answer(offer: HandDescription) {
    const opened = open('answerer')
    step.value = 'making'
    const made = await opened.answer(offer)
    const handed = await handOut(made, ufragOf(offer.sdp))
    if (connection !== opened) return
    out.value = handed
    step.value = 'answering'
  }

  /** What a text holds, once all its parts are there; null while some are missing. */
  function gather(text: string): string | null {
    const found = readParts(text)
    if (found.length === 0) return text
    parts = addParts(parts, found)
    const joined = joinParts(parts)
    if (joined.state === 'whole') {
      parts = []
      return joined.text
    }
    said.value = { kind: 'missing', missing: joined.missing, of: joined.of }
    return null
  }

  return {
    step,
    out,
    said,
    startOver,
    async makeOffer() {
      startOver()
      const opened = open('offerer')
      step.value = 'making'
      const handed = await handOut(await opened.offer())
      if (connection !== opened) return
      out.value = handed
      step.value = 'offering'
    },
    wants(text) {
      if (step.value === 'start') return /(?:offer|part)=/.test(text)
      return step.value === 'offering' && /(?:answer|part)=/.test(text) && !out.value?.parts.includes(text)
    },
    async take(pasted) {
      if (step.value !== 'start' && step.value !== 'offering') return
      const text = gather(pasted)
      if (text === null) return
      const own = out.value
      const result = await readHandText(text)
      const fault = faultOf(result, { own, now: now() })
      said.value = fault === null ? null : { kind: 'fault', fault }
      if (fault !== null || !result.ok) return
      try {
        if (own === null) await answer(result.description)
        else {
          step.value = 'connecting'
          await connection?.accept(result.description)
        }
      } catch (error) {
        // The browser names the line that it does not understand.
        said.value = { kind: 'refused', why: error instanceof Error ? error.message : String(error) }
        if (own === null) {
          connection?.close()
          connection = null
        }
        step.value = own === null ? 'start' : 'offering'
      }
    },
    close() {
      connection?.close()
      connection = null
    },
  }
}
