/** A mapping-kit directive that reads one path of the event. */
export interface PathDirective {
  '@path': string
}

/** A mapping-kit directive that tries paths of the event in order. */
export interface FirstDirective {
  '@if': { blank?: PathDirective; exists?: PathDirective; then: PathDirective; else?: PathDirective | FirstDirective }
}

/** A mapping-kit directive that replaces a part of a text. */
export interface ReplaceDirective {
  '@replace': { pattern: string; replacement: string; ignorecase: boolean; global: boolean; value: PathDirective }
}

/**
 * Reads one path of the Segment event.
 * @param path JSON path, from `$`
 */
export function path(path: string): PathDirective {
  return { '@path': path }
}

/**
 * The first path that holds more than a blank, for text and for choices. In the mapping kit `blank` is the condition
 * "is not blank", so that an empty string does not hide the next path; it takes `0`, `false` and `[]` for blank as well.
 * The last path needs no condition of its own. Source: Segment, "Destination Actions: Mapping Kit".
 */
export function firstText(first: string, ...others: string[]): PathDirective | FirstDirective {
  const [next, ...rest] = others
  if (next === undefined) return path(first)
  return { '@if': { blank: path(first), then: path(first), else: firstText(next, ...rest) } }
}

/** As {@link firstText}, and nothing at all when every path is blank: a blank choice fails the validation of a batch. */
export function firstChoice(first: string, ...others: string[]): FirstDirective {
  const [next, ...rest] = others
  const directive = { blank: path(first), then: path(first) }
  return { '@if': next === undefined ? directive : { ...directive, else: firstChoice(next, ...rest) } }
}

/**
 * Text, numbers and booleans as text; blank text for everything else. Without it the framework refuses the whole event
 * for an object in a text field. `@replace` reads values this way, and here it replaces a space by a space.
 */
export function textOrBlank(value: string): ReplaceDirective {
  return { '@replace': { pattern: ' ', replacement: ' ', ignorecase: false, global: false, value: path(value) } }
}

/** The first path that exists, for numbers: 0 is a value. */
export function firstNumber(first: string, second: string): FirstDirective {
  return { '@if': { exists: path(first), then: path(first), else: path(second) } }
}
