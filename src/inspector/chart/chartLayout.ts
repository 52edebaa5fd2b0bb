import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { ChartEdge, ChartGraph } from './chartGraph'
import { contentSize, INITIAL, LABEL, shortLabel, textWidth } from './chartSize'

export type Point = readonly [x: number, y: number]

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The positions of all parts of a chart, in px from its top left corner. */
export interface ChartLayout {
  width: number
  height: number
  states: Record<string, Box>
  /** By edge id: the corners of its line, and the box of its label. */
  edges: Record<string, { points: Point[]; label: Box }>
  /** By id of the compound state: the centre of its initial dot, and the line from there. */
  initials: Record<string, { dot: Point; points: Point[] }>
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelLabel': '6',
  'elk.layered.spacing.nodeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
}
/** Set on every compound state; otherwise ELK puts the initial state at the bottom. */
const CYCLES = { 'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST' }
const DOT = '#initial'

/** Lays out a machine with ELK's layered algorithm; the caller passes the engine, in Node or in a worker. */
export async function layoutChart(elk: ELK, graph: ChartGraph): Promise<ChartLayout> {
  const states = new Map(graph.states.map((state) => [state.id, state]))

  function toNode(id: string): ElkNode {
    const state = states.get(id)
    if (state === undefined) throw new Error(`no state ${id}`)
    const { width, height } = contentSize(graph, state)
    if (state.children.length === 0) return { id, width, height }
    const dot = state.initial === null ? [] : [{ id: id + DOT, width: 2 * INITIAL, height: 2 * INITIAL }]
    return {
      id,
      layoutOptions: {
        ...CYCLES,
        'elk.padding': `[top=${String(height + 10)},left=16,bottom=16,right=16]`,
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${String(width)},${String(height + 32)})`,
      },
      children: [...dot, ...state.children.map(toNode)],
    }
  }

  const drawn = graph.edges.filter(({ target }) => target !== null)
  const initials = graph.states.flatMap(({ id, initial }): ElkExtendedEdge[] =>
    initial === null ? [] : [{ id: `${id}${DOT}>`, sources: [id + DOT], targets: [initial] }],
  )
  const laidOut = await elk.layout({
    id: '#chart',
    layoutOptions: { ...OPTIONS, ...CYCLES, 'elk.padding': '[top=8,left=8,bottom=8,right=8]' },
    children: [toNode(graph.root)],
    edges: [...initials, ...drawn.map(toEdge)],
  })
  return readLayout(graph, laidOut)
}

function toEdge(edge: ChartEdge): ElkExtendedEdge {
  return {
    id: edge.id,
    sources: [edge.source],
    targets: [edge.target ?? edge.source],
    labels: [
      {
        text: shortLabel(edge),
        width: textWidth(shortLabel(edge), LABEL.size) + 2 * LABEL.padding,
        height: LABEL.height,
        layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
      },
    ],
  }
}

function readLayout(graph: ChartGraph, laidOut: ElkNode): ChartLayout {
  const boxes = new Map<string, Box>()
  const lines = new Map<string, ElkExtendedEdge>()
  const rest = [laidOut]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    boxes.set(node.id, toBox(node))
    for (const edge of node.edges ?? []) lines.set(edge.id, edge)
    rest.push(...(node.children ?? []))
  }
  const layout: ChartLayout = {
    width: Math.ceil(laidOut.width ?? 0),
    height: Math.ceil(laidOut.height ?? 0),
    states: {},
    edges: {},
    initials: {},
  }
  for (const { id, initial } of graph.states) {
    layout.states[id] = boxes.get(id) ?? toBox({})
    const dot = boxes.get(id + DOT)
    if (initial === null || dot === undefined) continue
    layout.initials[id] = {
      dot: [dot.x + INITIAL, dot.y + INITIAL],
      points: pointsOf(lines.get(`${id}${DOT}>`)),
    }
  }
  for (const { id, source, target } of graph.edges) {
    const line = lines.get(id)
    if (target === null || line === undefined) continue
    const points = belowHeader(graph, layout, source, pointsOf(line))
    layout.edges[id] = { points, label: toBox(line.labels?.[0] ?? {}) }
  }
  return layout
}

/**
 * A self-transition of a compound state starts at its upper edge, across its name and rows; it is cut to start below
 * them.
 */
function belowHeader(graph: ChartGraph, layout: ChartLayout, source: string, points: Point[]): Point[] {
  const state = graph.states.find(({ id }) => id === source)
  const box = layout.states[source]
  const [start, next, ...rest] = points
  if (state === undefined || box === undefined || start === undefined || next === undefined) return points
  const bottom = box.y + contentSize(graph, state).height
  const isInward = start[1] === box.y && next[0] === start[0] && next[1] > bottom
  return isInward ? [[start[0], bottom], next, ...rest] : points
}

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }): Point => [round(x), round(y)]),
  )
}

function toBox({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) }
}

function round(value: number): number {
  return Math.round(value * 2) / 2
}
