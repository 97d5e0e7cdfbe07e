import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..')

/**
 * Returns the first code block of a documentation page that has these words after its opening fence.
 * @throws RangeError if the page has no such block
 */
export function blockOf(page: string, words: string): string {
  const markdown = readFileSync(join(ROOT, page), 'utf8')
  const [, block] = new RegExp(`^\`\`\`${words}\n(.*?)^\`\`\`$`, 'ms').exec(markdown) ?? []
  if (block === undefined) throw new RangeError(`${page} has no block "${words}"`)
  return block
}
