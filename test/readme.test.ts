import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { builtFile } from './support/built-file'

const root = join(__dirname, '..')

/** The first fenced block of a language. */
function block(markdown: string, language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(markdown)?.[1] ?? ''
}

it('the example of the README prints the documented output', async () => {
  // The name of the package resolves to dist/, as it does for users.
  builtFile('index.js')
  const markdown = await readFile(join(root, 'README.md'), 'utf8')
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', block(markdown, 'js')], { cwd: root })
  expect(stdout).toBe(`${JSON.stringify(JSON.parse(block(markdown, 'json')), null, 2)}\n`)
})

it('the two commands are scripts of the package', async () => {
  const markdown = await readFile(join(root, 'README.md'), 'utf8')
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const commands = [...block(markdown, 'sh').matchAll(/^npm ci && npm (?:run )?([\w:]+)/gm)].map(([, name]) => name)
  expect(commands).toStrictEqual(['demo', 'test'])
  expect(Object.keys(scripts)).toStrictEqual(expect.arrayContaining(commands))
  expect(markdown.split('\n').length).toBeLessThanOrEqual(121)
})
