import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { preProcessFile } from 'typescript'

const SOURCE = join(__dirname, '..', 'src')

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(SOURCE, name))

/** The files of this project that a file imports, types included. */
function importsOf(file: string): string[] {
  return preProcessFile(readFileSync(file, 'utf8')).importedFiles.flatMap(({ fileName }) => {
    const base = join(dirname(file), fileName)
    const found = [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((path) => existsSync(path))
    return fileName.startsWith('.') && found !== undefined ? [found] : []
  })
}

/** Finds cycles with a depth-first search. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = []
  const finished = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (finished.has(file)) return
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file])
      return
    }
    for (const imported of graph.get(file) ?? []) visit(imported, [...path, file])
    finished.add(file)
  }
  for (const file of files) visit(file, [])
  return cycles
}

it('finds no circular imports', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]))
  expect(files.length).toBeGreaterThan(50)
  expect(cyclesIn(graph).map((cycle) => cycle.map((file) => file.slice(SOURCE.length + 1)))).toStrictEqual([])
})
