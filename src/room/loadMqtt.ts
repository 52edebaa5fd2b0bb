/** Loads what runs a room over an MQTT broker: nobody else needs it. */
export const loadMqtt = () => import('../../broadcast-signaling/room/mqtt')
