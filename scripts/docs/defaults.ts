import { code } from './markdown'

type Directive = Readonly<Record<string, unknown>>

/**
 * Describes a default: the paths that it reads, in order, or its value. For a plain object the text is blank, because
 * each of its properties has a row of its own.
 */
export function describeDefault(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value !== 'object') return code(JSON.stringify(value))
  return pathsOf(value).map(code).join(', else ')
}

function pathsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const directive = value as Directive
  const { '@path': path, '@arrayPath': items } = directive
  if (typeof path === 'string') return [path]
  if (Array.isArray(items)) return [String(items[0])]
  const condition = directive['@if'] as Directive | undefined
  if (condition !== undefined) return [...pathsOf(condition['then']), ...pathsOf(condition['else'])]
  const replaced = directive['@replace'] as Directive | undefined
  return pathsOf(replaced?.['value'])
}
