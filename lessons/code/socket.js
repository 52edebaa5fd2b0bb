export function openSocket(url) {
  const socket = new WebSocket(url)
  const waiting = []
  const signaling = {
    onmessage: null,
    postMessage(message) {
      const text = JSON.stringify(message)
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
      else waiting.push(text)
    },
    close: () => socket.close(),
  }
  socket.onopen = () => {
    for (const text of waiting.splice(0)) socket.send(text)
  }
  socket.onmessage = ({ data }) => signaling.onmessage?.({ data: JSON.parse(data) })
  return signaling
}
