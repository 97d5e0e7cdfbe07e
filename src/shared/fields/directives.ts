/** A mapping-kit directive that reads a path of the event. */
export interface PathDirective {
  '@path': string
}

/** A mapping-kit directive that tries paths of the event in order. */
export interface FirstDirective {
  '@if': { blank?: PathDirective; exists?: PathDirective; then: PathDirective; else?: PathDirective | FirstDirective }
}

/** A mapping-kit directive that replaces text. */
export interface ReplaceDirective {
  '@replace': { pattern: string; replacement: string; ignorecase: boolean; global: boolean; value: PathDirective }
}

/**
 * Reads a path of the Segment event.
 * @param path a JSON path that begins with `$`
 */
export function path(path: string): PathDirective {
  return { '@path': path }
}

/**
 * Reads the first path that is not blank, so that an empty string does not hide the next path. It is for text, because
 * `0`, `false` and `[]` count as blank. The last path is read even if it is blank. In the mapping kit the condition
 * `blank` means "is not blank".
 * Source: Segment, "Destination Actions: Mapping Kit".
 */
export function firstText(first: string, ...others: string[]): PathDirective | FirstDirective {
  const [next, ...rest] = others
  if (next === undefined) return path(first)
  return { '@if': { blank: path(first), then: path(first), else: firstText(next, ...rest) } }
}

/** Like {@link firstText}, but undefined if all paths are blank, because a blank choice fails batch validation. */
export function firstChoice(first: string, ...others: string[]): FirstDirective {
  const [next, ...rest] = others
  const directive = { blank: path(first), then: path(first) }
  return { '@if': next === undefined ? directive : { ...directive, else: firstChoice(next, ...rest) } }
}

/**
 * Converts strings, numbers and booleans to text, and any other value to blank text, because the framework refuses an
 * event with an object in a text field. `@replace` does this conversion for every value that it reads. It replaces a
 * space with a space, so the text itself stays the same.
 */
export function textOrBlank(value: string): ReplaceDirective {
  return { '@replace': { pattern: ' ', replacement: ' ', ignorecase: false, global: false, value: path(value) } }
}

/** Reads the first path that exists. It is for numbers, because 0 is a value. */
export function firstNumber(first: string, second: string): FirstDirective {
  return { '@if': { exists: path(first), then: path(first), else: path(second) } }
}
