import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { useFolders } from '../package/use-folders'

const ROOT = join(__dirname, '..', '..')

const pages = ['', 'docs', '.github'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
)

const withoutCode = (page: string) => readFileSync(join(ROOT, page), 'utf8').replace(/```.*?```/gs, '')

/** The targets of a page's links, except URLs. */
function linksOf(page: string): string[] {
  return [...withoutCode(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => target)
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return [...withoutCode(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
  )
}

/** The page or folder that a link leads to, relative to the root, and its anchor. */
function resolveLink(page: string, link: string): { path: string; anchor: string | undefined } {
  const [target = '', anchor] = link.split('#')
  return { path: target === '' ? page : relative(ROOT, join(ROOT, dirname(page), target)), anchor }
}

describe.each(pages)('%s', (page) => {
  it('every link leads to an existing file and heading', () => {
    const broken = linksOf(page).filter((link) => {
      const { path, anchor } = resolveLink(page, link)
      return !existsSync(join(ROOT, path)) || (anchor !== undefined && !anchorsOf(path).includes(anchor))
    })
    expect(broken).toStrictEqual([])
  })
})

describe('the packed package', () => {
  const { packed } = useFolders()

  it('contains every file that its README and docs link to', () => {
    const { files } = packed()
    const packedPages = files.filter((path) => /^(?:README|docs\/.*)\.md$/.test(path))
    const missing = packedPages.flatMap((page) =>
      linksOf(page).filter((link) => {
        const { path } = resolveLink(page, link)
        return !files.some((file) => file === path || file.startsWith(`${path}/`))
      })
    )
    expect(packedPages).toContain('README.md')
    expect(missing).toStrictEqual([])
  })
})
