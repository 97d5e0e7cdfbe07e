/** Removes characters that control a terminal from text from outside. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, '\ufffd')
}

/** Breaks a text into lines at its spaces; a word that is longer than a line has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A text after a label. Its other lines are aligned with the first. */
export function labelled(label: string, text: string, width: number): string[] {
  const [first = '', ...others] = wrap(text, width - label.length)
  return [`${label}${first}`, ...others.map((line) => `${' '.repeat(label.length)}${line}`)]
}

/** Cuts a text to a maximum number of characters. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}

/** JSON with as much on each line as fits. */
export function compactJson(value: unknown, width: number, indent = ''): string {
  return writeJson(value, { width, indent, column: indent.length })
}

interface Place {
  readonly width: number
  /** The indentation of the line in which the value begins. */
  readonly indent: string
  /** The column in which the value begins. */
  readonly column: number
}

function writeJson(value: unknown, { width, indent, column }: Place): string {
  const line = JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/^\[ (.*) \]$/s, '[$1]')
  // A comma may follow.
  const fitsAt = (start: number): boolean => start + line.length < width
  const deeper = `${indent}  `
  if (fitsAt(column)) return line
  if (Array.isArray(value)) {
    const items = value.map((item) => `${deeper}${compactJson(item, width, deeper)}`)
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => {
      const label = `${deeper}${JSON.stringify(key)}:`
      const text = writeJson(item, { width, indent: deeper, column: label.length + 1 })
      return text.startsWith('\n') ? `${label}${text}` : `${label} ${text}`
    })
    return `{\n${entries.join(',\n')}\n${indent}}`
  }
  // A value that fits alone has a line of its own, so that the terminal does not divide it.
  return column > deeper.length && fitsAt(deeper.length) ? `\n${deeper}${line}` : line
}

/**
 * A table: each column as wide as its widest cell, and two spaces between columns.
 * @param right the columns whose cells stand at the right
 */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
      )
      .join('  ')
      .trimEnd()
  )
}

/** A text as one word of a POSIX shell. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
