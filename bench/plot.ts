import type { Line } from './growth'

const PANEL = { width: 260, height: 220, left: 52, bottom: 48, top: 34, right: 14 }

/** The lines next to each other as one SVG, each with its own axes: a logarithmic x-axis, and microseconds per event. */
export function plot(lines: readonly Line[]): string {
  const width = PANEL.width * lines.length
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${PANEL.height}" width="${width}" height="${PANEL.height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${PANEL.height}" fill="#fff"/>`,
    ...lines.map((line, index) => `<g transform="translate(${index * PANEL.width} 0)">${panel(line)}</g>`),
    '</svg>',
    ''
  ].join('\n')
}

function panel({ title, points }: Line): string {
  const top = niceAbove(Math.max(...points.map(({ microseconds }) => microseconds)))
  const exponents = points.map(({ at }) => Math.log10(at))
  const [first = 0, last = 1] = [exponents[0], exponents.at(-1)]
  const right = PANEL.width - PANEL.right
  const base = PANEL.height - PANEL.bottom
  const x = (at: number) => round(PANEL.left + ((Math.log10(at) - first) / (last - first)) * (right - PANEL.left))
  const y = (value: number) => round(base - (value / top) * (base - PANEL.top))

  const rows = [0, top / 2, top].map(
    (value) =>
      `<line x1="${PANEL.left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>` +
      `<text x="${PANEL.left - 6}" y="${y(value) + 4}" text-anchor="end" fill="#555">${value}</text>`
  )
  const columns = points.map(
    ({ at }) =>
      `<text x="${x(at)}" y="${base + 16}" text-anchor="middle" fill="#555">${at.toLocaleString('en-US')}</text>`
  )
  const path = points.map(({ at, microseconds }) => `${x(at)},${y(microseconds)}`).join(' ')
  const dots = points.map(
    ({ at, microseconds }) => `<circle cx="${x(at)}" cy="${y(microseconds)}" r="3" fill="#b8004e"/>`
  )
  return [
    `<text x="${PANEL.left}" y="18" fill="#222">µs per event</text>`,
    ...rows,
    ...columns,
    `<polyline points="${path}" fill="none" stroke="#b8004e" stroke-width="1.5"/>`,
    ...dots,
    `<text x="${(PANEL.left + right) / 2}" y="${base + 36}" text-anchor="middle" fill="#222">${title}</text>`
  ].join('')
}

/** The next of 1, 2, 4, 6, 8 times a power of ten. Half of it is a short number, too. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 6, 8].find((step) => step * power >= value) ?? 10) * power
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
