import tokens from '../../styles/tokens.css?raw'
import { fontStyle, themeStyle } from '../../styles/themeStyle'
import { connectionColour } from '../../ui/connectionName'
import { formatClock, formatDuration } from '../../ui/format'
import type { Message } from '../../i18n/i18n'
import type { TracedConnection } from '../../trace/trace'
import { columnOf, fitText, spanOf, toColumns } from './columns'
import type { Columns } from './columns'
import { formatPause, isLost, itemLabel, messageDetail } from './itemWords'
import { layOut } from './layout'
import type { ItemRow, Row, SectionRow } from './layout'
import { rowWords } from './rowWords'
import type { Section } from './sections'
import type { PromiseBar } from './timelineItem'
import { escapeXml } from './xmlText'

/** The translated words in the drawing; everything else in it is API and log. */
export interface SvgWords {
  /** Title of the drawing. */
  title: string
  wire: string
  name(connection: TracedConnection): string
  /** Name of a section. */
  section(section: Section): string
  t(message: Message): string
}

const WIDTH = 860
const HEAD = 52
const FOOT = 16
/** Seconds from one row to the next, and for one row to appear. */
const PACE = 0.6
const APPEAR = 0.4

/**
 * The call as a sequence diagram that draws itself once: an SVG file without script, animated by CSS. Each step is one
 * row, with the messages that crossed. Who prefers reduced motion, or prints it, sees the whole at once; pointing at
 * it pauses it. Its title and description say the same in words.
 */
export function animatedSvg(
  sections: readonly Section[],
  promises: readonly PromiseBar[],
  connections: readonly TracedConnection[],
  words: SvgWords,
): string {
  const { rows, height } = layOut(sections, promises, { isOpen: () => false, isExpanded: () => false })
  const columns = toColumns(WIDTH, connections, false)
  const whole = HEAD + height + FOOT
  const text = rows.map((row) => rowWords(row, words.t)).filter((line) => line !== '')
  const drawn = rows.map((row, index) => {
    const delay = `animation-delay:${(index * PACE).toFixed(1)}s`
    return `<g class="row" style="${delay}" transform="translate(0 ${HEAD + row.y + row.height / 2})">${drawRow(row, columns, words, delay)}</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns.width} ${whole}" width="${columns.width}" height="${whole}" role="img" aria-labelledby="title text">`,
    `<title id="title">${escapeXml(words.title)}</title>`,
    `<desc id="text">${escapeXml(text.join('. '))}</desc>`,
    `<style>${styleText()}</style>`,
    `<rect width="${columns.width}" height="${whole}" fill="var(--panel)"/>`,
    ...drawLines(columns, whole, words),
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}

function styleText(): string {
  return [
    themeStyle(tokens),
    fontStyle(tokens),
    'text{font-family:var(--sans);font-size:12px;fill:var(--ink)}.mono{font-family:var(--mono);font-size:11px}',
    '.quiet{fill:var(--ink-2)}.halo{stroke:var(--panel);stroke-width:4px;paint-order:stroke;stroke-linejoin:round}',
    '@media screen and (prefers-reduced-motion:no-preference){',
    `.row{animation:appear ${APPEAR}s ease-out both}`,
    `.arrow{stroke-dasharray:1;animation:draw ${PACE}s linear both}`,
    'svg:hover .row,svg:hover .arrow{animation-play-state:paused}',
    '@keyframes appear{from{opacity:0}to{opacity:1}}@keyframes draw{from{stroke-dashoffset:1}to{stroke-dashoffset:0}}}',
  ].join('')
}

/** The lifelines with their names, and the signaling channel. */
function drawLines({ list, wire }: Columns, bottom: number, words: SvgWords): string[] {
  const line = (x: number, colour: string, width: number) =>
    `<path d="M${x} ${HEAD - 10}V${bottom - FOOT}" stroke="${colour}" stroke-width="${width}" opacity="0.5"/>`
  return [
    line(wire, 'var(--wire)', 1),
    `<text x="${wire}" y="28" text-anchor="middle" class="quiet">${escapeXml(words.wire)}</text>`,
    ...list.flatMap(({ connection, lanes, side }) => [
      line(lanes.signaling, connectionColour(connection), 2),
      `<circle cx="${lanes.signaling}" cy="24" r="5" fill="${connectionColour(connection)}"/>`,
      `<text x="${lanes.signaling + side * 12}" y="28" text-anchor="${anchor(side)}" font-weight="700">${escapeXml(words.name(connection))}</text>`,
    ]),
  ]
}

function drawRow(row: Row, columns: Columns, words: SvgWords, delay: string): string {
  if (row.kind === 'section') return drawSection(row, columns, words)
  if (row.kind === 'item')
    return row.item.path === null ? drawItem(row, columns) : drawMessage(row, columns, delay)
  const text = row.kind === 'gap' ? `+${formatPause(row.pause)}` : `… ${row.count}`
  return `<text x="${columns.time}" y="4" text-anchor="end" class="mono quiet">${escapeXml(text)}</text>`
}

function time(at: number, { time: x }: Columns): string {
  return `<text x="${x}" y="4" text-anchor="end" class="mono quiet">${formatClock(at)}</text>`
}

function drawSection({ section, call }: SectionRow, columns: Columns, words: SvgWords): string {
  const { connection, number, at } = section
  const { lanes, side } = columnOf(columns, connection)
  const x = lanes.signaling
  const took = call === null || call.took === null ? '' : ` ${formatDuration(call.took)}`
  const called = call === null ? '' : `${call.name}${took}`
  const title = fitText(words.section(section), columns.textWidth, 11)
  return [
    time(at, columns),
    `<circle cx="${x}" cy="0" r="10" fill="${connectionColour(connection)}"/>`,
    number === null
      ? ''
      : `<text x="${x}" y="4" text-anchor="middle" font-weight="700" style="fill:var(--on-colour)">${number}</text>`,
    `<text x="${x + side * 18}" y="4" text-anchor="${anchor(side)}" font-weight="700" class="halo">${escapeXml(title)}`,
    called === ''
      ? '</text>'
      : ` <tspan class="mono quiet" font-weight="400" dx="6">${escapeXml(fitText(called, columns.textWidth, 11))}</tspan></text>`,
  ].join('')
}

function drawItem({ item }: ItemRow, columns: Columns): string {
  const { lanes, side } = columnOf(columns, item.connection)
  const isBad = item.kind === 'failed'
  const text = fitText([itemLabel(item), item.detail].join(' ').trim(), columns.textWidth, 11)
  const sign = isBad ? '✗ ' : ''
  return [
    time(item.at, columns),
    `<circle cx="${lanes.signaling}" cy="0" r="4" fill="${isBad ? 'var(--bad)' : connectionColour(item.connection)}"/>`,
    `<text x="${lanes.signaling + side * 18}" y="4" text-anchor="${anchor(side)}" class="mono halo"${isBad ? ' style="fill:var(--bad)"' : ''}>${escapeXml(sign + text)}</text>`,
  ].join('')
}

function drawMessage({ item }: ItemRow, columns: Columns, delay: string): string {
  const { from, to } = spanOf(item, columns)
  const direction = to > from ? 1 : -1
  const isStopped = isLost(item) || item.kind === 'refused'
  const colour = item.kind === 'refused' ? 'var(--bad)' : 'var(--wire)'
  const label = [itemLabel(item), messageDetail(item)].filter((part) => part !== '').join(' · ')
  const shown = fitText(label, Math.abs(to - from) - 40, 10.5)
  const pill = shown.length * 6.7 + 16
  const middle = (from + to) / 2
  const tip = to - direction * 6
  return [
    time(item.at, columns),
    `<path class="arrow" style="${delay}" pathLength="1" d="M${from} 0H${tip}" stroke="${colour}" stroke-width="2"/>`,
    isStopped
      ? `<path d="M${tip - 4} -4l8 8m0 -8l-8 8" stroke="${colour}" stroke-width="2"/>`
      : `<path d="M${to} 0l${-9 * direction} -5v10z" fill="${colour}"/>`,
    `<circle cx="${from}" cy="0" r="3" fill="${colour}"/>`,
    `<rect x="${middle - pill / 2}" y="-9" width="${pill}" height="18" rx="9" fill="var(--wire-tint)" stroke="${colour}"/>`,
    `<text x="${middle}" y="4" text-anchor="middle" class="mono" style="fill:${colour}">${escapeXml(shown)}</text>`,
  ].join('')
}

function anchor(side: 1 | -1): string {
  return side === 1 ? 'start' : 'end'
}
