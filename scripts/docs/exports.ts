import { resolve } from 'node:path'
import ts from 'typescript'
import { exports as subPaths, name } from '../../package.json'
import tsdown from '../../tsdown.config'
import { block, page } from './markdown'

/** Finds the source file of each sub-path in the configuration of the build. */
function entries(): { subPath: string; file: string }[] {
  const configs = (Array.isArray(tsdown) ? tsdown : []) as { entry?: Record<string, string> }[]
  const files = configs[0]?.entry ?? {}
  return Object.keys(subPaths)
    .map((subPath) => ({ subPath, file: files[subPath === '.' ? 'index' : subPath.slice(2)] }))
    .filter((entry): entry is { subPath: string; file: string } => entry.file !== undefined)
}

/** Makes the page about all exports: their signatures and docstrings. */
export function exportsPage(): string {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const all = entries()
  const program = ts.createProgram({ rootNames: all.map(({ file }) => file), options: { ...options, noEmit: true } })
  const checker = program.getTypeChecker()
  const parts = all.flatMap(({ subPath, file }) => {
    const source = program.getSourceFile(resolve(file)) ?? program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    const symbols = module ? checker.getExportsOfModule(module) : []
    return [`## ${name}${subPath.slice(1)}`, ...symbols.map((symbol) => describe(symbol, checker))]
  })
  return page('Exports', 'Every export of each sub-path, with its type.', ...parts)
}

function describe(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declaration = target.declarations?.[0]
  const text = declaration === undefined ? '' : signature(symbol.name, target, declaration, checker)
  const docs = ts.displayPartsToString(target.getDocumentationComment(checker))
  return [`### \`${symbol.name}\``, docs, tagsOf(target, checker), block('ts', text)].filter(Boolean).join('\n\n')
}

function signature(name: string, symbol: ts.Symbol, declaration: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
    return declaration.getText().replace(/^export /, '')
  }
  if (ts.isFunctionDeclaration(declaration)) {
    const end = declaration.body?.getStart() ?? declaration.getEnd()
    return declaration
      .getSourceFile()
      .text.slice(declaration.getStart(), end)
      .replace(/^export /, '')
  }
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration)
  return `const ${name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)}`
}

function tagsOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const tags = symbol.getJsDocTags(checker).map(({ name, text }) => {
    const [first = '', ...rest] = ts.displayPartsToString(text).split(' ')
    return name === 'param' ? `- \`${first}\`: ${rest.join(' ')}` : `- ${name}: ${[first, ...rest].join(' ')}`
  })
  return tags.join('\n')
}
