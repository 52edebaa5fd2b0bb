import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { CHUNK, readFileHeader, readFileStop, writeFileStop } from './fileHeader'
import type { FileHeader } from './fileHeader'

/** A picture or a file on its way, or already there. */
export interface Transfer extends FileHeader {
  own: boolean
  /** Bytes that were given to the data channel, or have arrived. */
  done: number
  state: 'running' | 'done' | 'stopped'
  /** All bytes: of an own one from the beginning, of another's once it is done. */
  bytes: Uint8Array<ArrayBuffer> | null
}

/** The data channel of files, in short. */
export interface FileChannel {
  sendText(text: string): Promise<void>
  /** Resolves once the next chunk may follow. */
  sendBytes(bytes: ArrayBuffer): Promise<void>
}

/** Pictures and files that are kept. */
const MOST = 24

export interface Transfers {
  readonly list: Readonly<ShallowRef<readonly Transfer[]>>
  /** Sends one after the other, each in chunks. Resolves once the last chunk was taken. */
  send(header: FileHeader, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  receiveText(text: string): void
  receiveBytes(bytes: ArrayBuffer): void
  /** Gives up an own one that is still being sent, and tells the other end. */
  cancel(id: string): void
  /** The call is over: what is not complete stays so. */
  stop(): void
}

/** What is sent and received over the data channel of files. `openChannel` returns null while there is no call. */
export function createTransfers(openChannel: () => FileChannel | null): Transfers {
  const list = shallowRef<readonly Transfer[]>([])
  let queue: Promise<void> = Promise.resolve()
  let arriving: { transfer: Transfer; chunks: ArrayBuffer[] } | null = null

  function add(transfer: Transfer) {
    list.value = [...list.value, transfer].slice(-MOST)
  }

  function change(transfer: Transfer, fields: Partial<Transfer>): Transfer {
    const changed = { ...transfer, ...fields }
    list.value = list.value.map((one) => (one.id === transfer.id && one.own === transfer.own ? changed : one))
    return changed
  }

  const isStopped = ({ id, own }: Transfer) =>
    list.value.find((one) => one.id === id && one.own === own)?.state !== 'running'

  async function sendNow(header: FileHeader, bytes: Uint8Array<ArrayBuffer>) {
    const on = openChannel()
    if (on === null) return
    let transfer: Transfer = { ...header, own: true, done: 0, state: 'running', bytes }
    add(transfer)
    try {
      await on.sendText(JSON.stringify(header))
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.slice(at, at + CHUNK)
        await on.sendBytes(chunk.buffer)
        if (isStopped(transfer)) {
          await on.sendText(writeFileStop(header.id))
          return
        }
        transfer = change(transfer, { done: at + chunk.length })
      }
      change(transfer, { state: 'done' })
    } catch {
      // The channel has closed.
      change(transfer, { state: 'stopped' })
    }
  }

  return {
    list,
    send(header, bytes) {
      queue = queue.then(() => sendNow(header, bytes))
      return queue
    },
    receiveText(text) {
      const stopped = readFileStop(text)
      if (stopped !== null && arriving?.transfer.id === stopped) {
        change(arriving.transfer, { state: 'stopped' })
        arriving = null
      }
      const header = readFileHeader(text)
      if (header === null) return
      if (arriving !== null) change(arriving.transfer, { state: 'stopped' })
      const transfer: Transfer = { ...header, own: false, done: 0, state: 'running', bytes: null }
      arriving = { transfer, chunks: [] }
      add(transfer)
    },
    receiveBytes(bytes) {
      if (arriving === null) return
      const { transfer, chunks } = arriving
      const done = transfer.done + bytes.byteLength
      if (done > transfer.size) {
        // More than was announced: nothing of it can be trusted.
        change(transfer, { state: 'stopped' })
        arriving = null
        return
      }
      chunks.push(bytes)
      if (done < transfer.size) {
        arriving = { transfer: change(transfer, { done }), chunks }
        return
      }
      change(transfer, { done, state: 'done', bytes: join(chunks, done) })
      arriving = null
    },
    cancel(id) {
      list.value = list.value.map((one) =>
        one.id === id && one.own && one.state === 'running' ? { ...one, state: 'stopped' } : one,
      )
    },
    stop() {
      arriving = null
      // What waits for a channel of the call that is over would wait for ever, and the next call with it.
      queue = Promise.resolve()
      list.value = list.value.map((one) => (one.state === 'running' ? { ...one, state: 'stopped' } : one))
    },
  }
}

function join(chunks: readonly ArrayBuffer[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(new Uint8Array(chunk), at)
    at += chunk.byteLength
  }
  return whole
}
