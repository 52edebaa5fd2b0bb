import type { AppMessage, TrayMessage } from './benchContracts'
import { changeBench } from './stepUnderWay'
import type { BenchStep } from './stepUnderWay'

/* What the signaling server does with the messages of an end. The tray belongs to the end that sends: so both
   directions are held, delayed and lost on their own. */

/** Gives a message of the application to the server, which delivers, holds, delays or loses it by its rules. */
export function post(step: BenchStep, body: AppMessage): void {
  const { messages, tray } = step.context.bench
  const id = messages.length
  const isLost =
    (tray.dropEvery > 0 && (id + 1) % tray.dropEvery === 0) ||
    (tray.loseAnswers && body.kind === 'description' && body.description.type === 'answer')
  const message: TrayMessage = { id, body, state: 'waiting', deliveries: 0, edited: false }
  changeBench(step, { messages: [...messages, message] })
  if (isLost) drop(step, id)
  else if (!tray.hold) letGo(step, id)
}

/** Takes a waiting message on its way: it arrives at once, or after the delay of the rules. */
export function letGo(step: BenchStep, id: number): void {
  const { delay } = step.context.bench.tray
  if (find(step, id)?.state !== 'waiting') return
  if (delay === 0) {
    arrive(step, id)
    return
  }
  change(step, id, { state: 'travelling' })
  step.commands.push({ to: 'clock', event: { type: 'tray.due', message: id }, delay })
}

/** Delivers a message that has travelled long enough. */
export function due(step: BenchStep, id: number): void {
  if (find(step, id)?.state === 'travelling') arrive(step, id)
}

/** Loses a message that has not arrived. */
export function drop(step: BenchStep, id: number): void {
  const message = find(step, id)
  if (message?.state === 'waiting' || message?.state === 'travelling') change(step, id, { state: 'dropped' })
}

/** Delivers a message once more; one that waits is delivered and goes on waiting. */
export function repeat(step: BenchStep, id: number): void {
  const message = find(step, id)
  if (message === undefined || message.state === 'travelling') return
  send(step, message.body)
  change(step, id, {
    deliveries: message.deliveries + 1,
    state: message.state === 'dropped' ? 'delivered' : message.state,
  })
}

/** Moves a waiting message to a place in the list; a place that does not exist means the nearest one. */
export function move(step: BenchStep, id: number, place: number): void {
  const message = find(step, id)
  if (message?.state !== 'waiting') return
  const others = step.context.bench.messages.filter((one) => one !== message)
  others.splice(Math.max(0, place), 0, message)
  changeBench(step, { messages: others })
}

/** Replaces what a waiting message says. */
export function edit(step: BenchStep, id: number, body: AppMessage): void {
  if (find(step, id)?.state === 'waiting') change(step, id, { body, edited: true })
}

/** Lets every waiting message go, in the order of the list: the switch was opened. */
export function letAllGo(step: BenchStep): void {
  for (const { id, state } of step.context.bench.messages) if (state === 'waiting') letGo(step, id)
}

function arrive(step: BenchStep, id: number) {
  const message = find(step, id)
  if (message === undefined) return
  send(step, message.body)
  change(step, id, { state: 'delivered', deliveries: message.deliveries + 1 })
}

function send({ commands }: BenchStep, body: AppMessage) {
  switch (body.kind) {
    case 'description':
      commands.push({
        to: 'signaling',
        command: { type: 'send-description', description: body.description },
      })
      break
    case 'candidate':
      commands.push({ to: 'signaling', command: { type: 'send-candidate', candidate: body.candidate } })
      break
    case 'end-of-candidates':
      commands.push({ to: 'signaling', command: { type: 'send-end-of-candidates' } })
      break
    case 'bye':
      commands.push({ to: 'signaling', command: { type: 'send-bye' } })
  }
}

function find({ context }: BenchStep, id: number): TrayMessage | undefined {
  return context.bench.messages.find((message) => message.id === id)
}

function change(step: BenchStep, id: number, fields: Partial<TrayMessage>) {
  const messages = step.context.bench.messages.map((message) =>
    message.id === id ? { ...message, ...fields } : message,
  )
  changeBench(step, { messages })
}
