import type { TransportKind } from '../../room/createRoom'

/** What a learner has chosen before entering a room. */
export interface JoinChoice {
  room: string
  name: string
  sealed: boolean
  kind: TransportKind
  /** The address of the MQTT broker; null for every other kind. */
  broker: string | null
}
