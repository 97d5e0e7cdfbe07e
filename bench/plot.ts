import type { Series } from './growth'

const PANEL = { width: 260, height: 220, left: 52, bottom: 48, top: 34, right: 14 }

/** Draws an SVG with one panel per series. The x-axis is logarithmic; the y-axis shows microseconds per event. */
export function plot(series: readonly Series[]): string {
  const width = PANEL.width * series.length
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${PANEL.height}" width="${width}" height="${PANEL.height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${PANEL.height}" fill="#fff"/>`,
    ...series.map((one, index) => `<g transform="translate(${index * PANEL.width} 0)">${panel(one)}</g>`),
    '</svg>',
    ''
  ].join('\n')
}

function panel({ title, points }: Series): string {
  const top = roundUp(Math.max(...points.map(({ microseconds }) => microseconds)))
  const exponents = points.map(({ size }) => Math.log10(size))
  const [first = 0, last = 1] = [exponents[0], exponents.at(-1)]
  const right = PANEL.width - PANEL.right
  const base = PANEL.height - PANEL.bottom
  const x = (size: number) => round(PANEL.left + ((Math.log10(size) - first) / (last - first)) * (right - PANEL.left))
  const y = (value: number) => round(base - (value / top) * (base - PANEL.top))

  const rows = [0, top / 2, top].map(
    (value) =>
      `<line x1="${PANEL.left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>` +
      `<text x="${PANEL.left - 6}" y="${y(value) + 4}" text-anchor="end" fill="#555">${value}</text>`
  )
  const columns = points.map(
    ({ size }) =>
      `<text x="${x(size)}" y="${base + 16}" text-anchor="middle" fill="#555">${size.toLocaleString('en-US')}</text>`
  )
  const path = points.map(({ size, microseconds }) => `${x(size)},${y(microseconds)}`).join(' ')
  const dots = points.map(
    ({ size, microseconds }) => `<circle cx="${x(size)}" cy="${y(microseconds)}" r="3" fill="#b8004e"/>`
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

/** Rounds up to 1, 2, 4, 6 or 8 times a power of ten, so that half of the result is also a short number. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 6, 8].find((step) => step * power >= value) ?? 10) * power
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
