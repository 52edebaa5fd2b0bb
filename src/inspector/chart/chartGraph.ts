import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { builtIn } from '../../../machines/machineEvents'
import { isRecord } from '../inspectorMessages'
import { edgeKind, edgeLabel, isOwnAction, nameOf } from './chartText'
import type { EdgeKind } from './chartText'

/** One state of a machine, as plain JSON. */
export interface ChartState {
  id: string
  key: string
  parent: string | null
  kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history'
  /** What a history state restores: the child that was active last, or also all states inside it. */
  history: 'shallow' | 'deep' | null
  /** The child that is entered first; only compound states have one. */
  initial: string | null
  /** Names of the actors that run while the state is active. */
  invokes: string[]
  /** Names of the entry and exit actions. */
  entry: string[]
  exit: string[]
  tags: string[]
  /** The author's `meta` of the state, as JSON of limited length; null without. */
  meta: string | null
  children: string[]
}

/** One transition. A transition with several targets has one edge for each. */
export interface ChartEdge {
  id: string
  source: string
  /** null: the transition only runs actions and does not change the state. */
  target: string | null
  kind: EdgeKind
  /** The event's type as XState names it; empty for an eventless transition. */
  event: string
  /** The event as it is printed: `done`, `after 1000 ms`, `step.run`. */
  label: string
  guard: string | null
  actions: string[]
  /** `meta.step` of the state or of its parent: the step that a click on the edge runs; null without. */
  step: string | null
}

/** A whole machine, its states from the outside in and in the order of the definition. */
export interface ChartGraph {
  root: string
  states: ChartState[]
  edges: ChartEdge[]
}

/** Reads a machine's definition. xstate/graph's toDirectedGraph() would leave out eventless transitions. */
export function graphMachine(root: AnyStateNode): ChartGraph {
  const nodes = walk(root)
  const edges = nodes.flatMap((node) =>
    transitionsOf(node).flatMap((transition, index) => edgesOf(node, transition, index)),
  )
  return { root: root.id, states: nodes.map(readState), edges }
}

/** A state node and all nodes inside it, from the outside in. */
export function walk(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(walk)]
}

/** Every transition of a state node, the eventless ones last. Edge ids contain positions in this list. */
export function transitionsOf(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])]
}

/** The ids of a transition's edges, one for each target; none if the state does not change. */
export function edgeIds(node: AnyStateNode, { target }: AnyTransitionDefinition, index: number): string[] {
  return (target ?? []).map((_, place) => edgeId(node, index, place))
}

function edgeId(node: AnyStateNode, index: number, place: number): string {
  return `${node.id}/${String(index)}.${String(place)}`
}

function readState(node: AnyStateNode): ChartState {
  const initial = node.type === 'compound' ? node.initial.target[0] : undefined
  return {
    id: node.id,
    key: node.key,
    parent: node.parent?.id ?? null,
    kind: node.type,
    history: node.type !== 'history' ? null : node.history === 'deep' ? 'deep' : 'shallow',
    initial: initial?.id ?? null,
    // An actor logic without a name is listed by the id it runs under.
    invokes: node.invoke.map(({ src, id }) => (typeof src === 'string' && builtIn(src) === null ? src : id)),
    entry: node.entry.filter(isOwnAction).map(nameOf),
    exit: node.exit.filter(isOwnAction).map(nameOf),
    tags: node.tags.filter((tag) => typeof tag === 'string'),
    meta: metaOf(node),
    children: Object.values(node.states).map(({ id }) => id),
  }
}

function edgesOf(node: AnyStateNode, transition: AnyTransitionDefinition, index: number): ChartEdge[] {
  const { eventType, target, guard, actions } = transition
  const edge = {
    source: node.id,
    kind: edgeKind(eventType),
    event: eventType,
    label: edgeLabel(eventType, node.invoke.length),
    guard: guard === undefined ? null : nameOf(guard),
    actions: actions.map(nameOf),
    step: stepOf(node),
  }
  const targets = target ?? [null]
  return targets.map((one, place) => ({
    id: edgeId(node, index, place),
    ...edge,
    target: one?.id ?? null,
  }))
}

/** The most characters of `meta` that are shown. */
const MOST_META = 200

function metaOf({ meta }: AnyStateNode): string | null {
  if (!isRecord(meta) || Object.keys(meta).length === 0) return null
  const json = JSON.stringify(meta)
  return json.length > MOST_META ? `${json.slice(0, MOST_META)}…` : json
}

function stepOf({ meta, parent }: AnyStateNode): string | null {
  const step = isRecord(meta) ? meta['step'] : undefined
  if (typeof step === 'string') return step
  return parent === undefined ? null : stepOf(parent)
}
