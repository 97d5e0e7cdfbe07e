import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

/** Parses one module of this project, with parent links. */
export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
}

/** Finds the strings that name modules in imports, exports, `import()` types, and `import` or `require` calls. */
export function moduleNames(source: ts.SourceFile): ts.StringLiteral[] {
  const names: ts.StringLiteral[] = []
  const visit = (node: ts.Node) => {
    const name = moduleNameOf(node)
    if (name !== undefined && ts.isStringLiteral(name)) names.push(name)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

function moduleNameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  if (ts.isCallExpression(node) && isLoader(node.expression)) return node.arguments[0]
  return undefined
}

function isLoader(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

/**
 * Finds the file of a relative module name.
 * @param from the importing file
 * @param name e.g. `./coerce`
 * @returns undefined if there is no such file
 */
export function resolve(from: string, name: string): string | undefined {
  const path = posix.join(posix.dirname(from), name)
  return [path, `${path}.ts`, `${path}/index.ts`].find((one) => posix.extname(one) !== '' && existsSync(one))
}

/**
 * Collects the given files with all files that they import, directly or indirectly, and the packages that these need.
 * @param entries paths of this project
 */
export function closure(entries: readonly string[]): { files: Set<string>; packages: Set<string> } {
  const files = new Set(entries)
  const packages = new Set<string>()
  for (const file of files) {
    if (!file.endsWith('.ts')) continue
    for (const { text } of moduleNames(parse(file))) {
      if (!text.startsWith('.')) {
        packages.add(text)
        continue
      }
      const imported = resolve(file, text)
      if (imported === undefined) throw new Error(`${file} imports ${text}, which does not exist.`)
      files.add(imported)
    }
  }
  return { files, packages }
}
