import { type Compile, failing, type Resolver } from './resolver'

/** The maximum length of a pattern and of a replacement in the mapping kit. */
const MAX_LENGTH = 10

type Replace = (text: string) => string

/**
 * Compiles `@replace`, which makes one or two replacements in a string.
 * @param options the options of the directive
 * @param compile compiles the directive's `value`
 */
export function compileReplace(options: Readonly<Record<string, unknown>>, compile: Compile): Resolver {
  const { pattern, pattern2, value } = options
  if (!pattern) return failing('@replace requires a "pattern" key')
  if (!value) return () => undefined

  const replacement = options['replacement'] ?? ''
  const replacement2 = options['replacement2'] ?? ''
  const ignoreCase = options['ignorecase'] ?? false
  const global = options['global'] ?? true
  const resolve = compile(value)
  if (
    typeof pattern !== 'string' ||
    typeof replacement !== 'string' ||
    typeof ignoreCase !== 'boolean' ||
    typeof global !== 'boolean'
  ) {
    // The mapping kit does the same: it resolves the value, which may throw an error, and returns an empty string.
    return (data) => {
      resolve(data)
      return ''
    }
  }

  const flags = `${global ? 'g' : ''}${ignoreCase ? 'i' : ''}`
  const first = replacer(pattern, replacement, flags)
  const second =
    pattern2 && typeof pattern2 === 'string' && typeof replacement2 === 'string'
      ? replacer(pattern2, replacement2, flags)
      : (text: string) => text
  return (data) => {
    const given = resolve(data)
    const text = typeof given === 'boolean' || typeof given === 'number' ? String(given) : given
    return typeof text === 'string' ? second(first(text)) : ''
  }
}

function replacer(pattern: string, replacement: string, flags: string): Replace {
  const tooLong = pattern.length > MAX_LENGTH ? 'pattern' : replacement.length > MAX_LENGTH ? 'replacement' : undefined
  if (tooLong !== undefined) {
    // The mapping kit's message says "less than", although the maximum itself is accepted.
    return failing(`@replace requires a "${tooLong}" less than ${MAX_LENGTH} characters`) as Replace
  }
  const search = new RegExp(pattern.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&'), flags)
  return (text) => text.replace(search, replacement)
}
