/** A part of a line of JSON, with the kind that selects its colour. */
export interface JsonPart {
  readonly kind: 'key' | 'string' | 'hash' | 'literal' | 'punctuation'
  readonly text: string
}

/** A line of formatted JSON. */
export interface JsonLine {
  readonly depth: number
  /** The path of the line's value, e.g. `data.0.user.email`. */
  readonly path: string
  readonly parts: readonly JsonPart[]
}

const MAX_DEPTH = 100
const HASH = /^[0-9a-f]{64}$/

/**
 * Formats a value as JSON, line by line.
 * @param value any value that JSON can hold
 * @param firstIndex path of a list → index of its first element, for a list of which only a part is shown. Default: 0
 */
export function jsonLines(value: unknown, firstIndex: Readonly<Record<string, number>> = {}): JsonLine[] {
  const lines: JsonLine[] = []

  const write = (item: unknown, depth: number, path: string, before: readonly JsonPart[], after: string): void => {
    const add = (...parts: JsonPart[]): void => {
      lines.push({ depth, path, parts })
    }
    if (typeof item !== 'object' || item === null) {
      add(...before, scalar(item), ...punctuation(after))
      return
    }
    const isList = Array.isArray(item)
    const [open, close] = isList ? ['[', ']'] : ['{', '}']
    const children = Object.entries(item)
    if (children.length === 0 || depth >= MAX_DEPTH) {
      const inner = children.length === 0 ? '' : '…'
      add(...before, ...punctuation(open + inner + close + after))
      return
    }
    add(...before, ...punctuation(open))
    const offset = isList ? (firstIndex[path] ?? 0) : 0
    children.forEach(([key, child], position) => {
      const name = isList ? String(offset + position) : key
      const label: JsonPart[] = isList ? [] : [{ kind: 'key', text: JSON.stringify(key) }, ...punctuation(': ')]
      const childPath = path === '' ? name : `${path}.${name}`
      write(child, depth + 1, childPath, label, position < children.length - 1 ? ',' : '')
    })
    lines.push({ depth, path, parts: punctuation(close + after) })
  }

  write(value, 0, '', [], '')
  return lines
}

function scalar(item: unknown): JsonPart {
  const text = JSON.stringify(item)
  if (typeof item !== 'string') return { kind: 'literal', text }
  return { kind: HASH.test(item) ? 'hash' : 'string', text }
}

function punctuation(text: string): JsonPart[] {
  return text === '' ? [] : [{ kind: 'punctuation', text }]
}
