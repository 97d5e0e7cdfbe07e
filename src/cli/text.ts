/** Replaces the control characters in untrusted text, because they could control the terminal. */
export function sanitize(text: string): string {
  return text.replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, '\ufffd')
}

/** Wraps a text at its spaces. A word that is longer than the width gets its own line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Puts a label before a text and wraps the text. The other lines are indented by the label's width. */
export function labelled(label: string, text: string, width: number): string[] {
  const [first = '', ...others] = wrap(text, width - label.length)
  return [`${label}${first}`, ...others.map((line) => `${' '.repeat(label.length)}${line}`)]
}

/**
 * Draws a share from 0 to 1 as a bar. The bar is full only if the share is 1, and empty only if it is 0.
 * @param length the number of characters
 */
export function drawBar(share: number, length: number): string {
  const filled = share === 0 ? 0 : Math.max(1, Math.floor(share * length))
  return `${'█'.repeat(filled)}${'░'.repeat(length - filled)}`
}

/** Truncates a text to a maximum number of characters. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}

/** Formats JSON. A value that fits is on one line. Otherwise, each of its items or entries starts a new line. */
export function compactJson(value: unknown, width: number, indent = ''): string {
  return writeJson(value, { width, indent, column: indent.length })
}

interface Position {
  readonly width: number
  /** The indentation of the line on which the value starts. */
  readonly indent: string
  /** The column in which the value starts. */
  readonly column: number
}

function writeJson(value: unknown, { width, indent, column }: Position): string {
  // On one line: `{ "a": [ 1, 2 ] }`. If the value itself is an array, its brackets get no spaces: `[1, 2]`.
  const line = JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/^\[ (.*) \]$/s, '[$1]')
  // `<` and not `<=`, because a comma may follow.
  const fitsAt = (start: number): boolean => start + line.length < width
  const childIndent = `${indent}  `
  if (fitsAt(column)) return line
  if (Array.isArray(value)) {
    const items = value.map((item) => `${childIndent}${compactJson(item, width, childIndent)}`)
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => {
      const label = `${childIndent}${JSON.stringify(key)}:`
      const text = writeJson(item, { width, indent: childIndent, column: label.length + 1 })
      return text.startsWith('\n') ? `${label}${text}` : `${label} ${text}`
    })
    return `{\n${entries.join(',\n')}\n${indent}}`
  }
  // A value that fits only on a line of its own starts a new line, so that the terminal does not wrap it.
  return column > childIndent.length && fitsAt(childIndent.length) ? `\n${childIndent}${line}` : line
}

/**
 * Formats a table. A column is as wide as its widest cell, and two spaces separate the columns.
 * @param rightAligned the indexes of the right-aligned columns
 */
export function table(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        rightAligned.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
      )
      .join('  ')
      .trimEnd()
  )
}

/** Quotes a text as one word of a POSIX shell. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** Formats a number for the user: 12,345. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en')
}

/** Formats a time for the user: `45 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
