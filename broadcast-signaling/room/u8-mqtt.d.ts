/** The part of u8-mqtt that broadcast-signaling/room/mqtt.ts uses; the package has no types. MQTT 3.1.1, QoS 0 and 1. */
declare module 'u8-mqtt/esm/web/basic-v4.js' {
  interface Publish {
    topic: string
    payload: Uint8Array
    qos: 0 | 1
    pkt_id: number
  }

  export interface MQTTClient {
    connect(options: {
      client_id: string
      keep_alive: number
      flags: { clean_start: boolean }
      will: { topic: string; payload: string; qos: 1; retain: boolean }
    }): Promise<unknown>
    subscribe(packet: { topics: string[]; qos: 1 }): Promise<unknown>
    unsubscribe(topics: string[]): Promise<unknown>
    /** QoS 1; resolves to `[puback]`, or to `[undefined, 'expired']`. */
    send(topic: string, payload: string): Promise<[unknown, string?]>
    /** As `send`, retained. */
    store(topic: string, payload: string): Promise<[unknown, string?]>
    puback(packet: Publish): Promise<unknown>
    disconnect(): Promise<unknown>
    /** broadcast-signaling/room/mqttSocket.ts has one. */
    with_websock(socket: {
      readyState: number
      send(bytes: Uint8Array<ArrayBuffer>): void
      onopen: (() => void) | null
      onmessage: ((event: { data: ArrayBuffer }) => void) | null
      onclose: ((event: CloseEvent) => void) | null
    }): MQTTClient
  }

  export function mqtt_v4(options: {
    sess_stg: null
    log_conn(): void
    on_error(): void
    on_live(): void
    on_disconnect(): void
    on_mqtt_type: { mqtt_publish(packet: Publish): void }
  }): MQTTClient
}
