import { posix } from 'node:path'
import camelCase from 'lodash/camelCase'
import partition from 'lodash/partition'
import ts from 'typescript'
import { applyEdits, type Edit } from './edits'
import { moduleNames, parse, resolve } from './imports'
import { type Integration, targetOf } from './layout'

/** The helper that replaces `satisfies`, which Segment's Prettier cannot parse. */
export const CONFORMS_TO = `/**
 * Checks a value against a type and keeps the value's own type.
 * TypeScript has an operator for this, but Prettier 2.4 cannot parse it.
 */
export const conformsTo =
  <Type>() =>
  <Value extends Type>(value: Value): Value =>
    value
`

/** Segment's own helpers for hashes and dates. */
const LIB = 'packages/destination-actions/src/lib'

/** Returns the path of {@link CONFORMS_TO} in Segment's monorepo. */
export function conformsToPath({ shared }: Integration): string {
  return `${shared}/conforms-to.ts`
}

/** A module after its conversion. */
export interface Converted {
  readonly text: string
  /** Whether the module needs {@link CONFORMS_TO}. */
  readonly usesConformsTo: boolean
}

/**
 * Converts a module by its syntax tree. Only module paths, imports, exports, and some operators and calls change.
 * @param file a path of this project
 * @param integration the pull request
 * @throws Error for code that cannot be converted
 */
export function convertModule(file: string, integration: Integration): Converted {
  const source = parse(file)
  const target = requireTarget(integration, file)
  const conversion: Conversion = {
    source,
    target,
    integration,
    edits: [],
    added: new Set(),
    moduleName: (literal) => newModuleName(literal.text, file, target, integration)
  }
  if (file === `${integration.folder}/index.ts` && integration.name === 'pixel') exportPlugin(conversion)
  convertHash(conversion)
  convertDayjs(conversion)
  visit(source, conversion)
  convertModuleNames(conversion)
  const { added, edits } = conversion
  const imports = [...added].map((line) => `${line}\n`).join('')
  return {
    text: applyEdits(source.text, [...edits, { start: 0, end: 0, text: imports }]),
    usesConformsTo: [...added].some((line) => line.includes('conformsTo'))
  }
}

interface Conversion {
  readonly source: ts.SourceFile
  readonly target: string
  readonly integration: Integration
  readonly edits: Edit[]
  /** Import lines to add at the top. */
  readonly added: Set<string>
  /** Returns the name of an imported module in Segment's monorepo. */
  readonly moduleName: (literal: ts.StringLiteral) => string
}

function requireTarget(integration: Integration, file: string): string {
  const target = targetOf(integration, file)
  if (target === undefined) throw new Error(`${file} has no path in the pull request for ${integration.name}.`)
  return target
}

function visit(node: ts.Node, conversion: Conversion): void {
  if (ts.isSatisfiesExpression(node)) convertSatisfies(node, conversion)
  if (ts.isImportDeclaration(node)) splitTypeImports(node, conversion)
  if (ts.isExportDeclaration(node)) splitTypeExports(node, conversion)
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require') {
    hoistRequire(node, conversion)
  }
  ts.forEachChild(node, (child) => {
    visit(child, conversion)
  })
}

/** `value satisfies Type` → `conformsTo<Type>()(value)` */
function convertSatisfies(
  node: ts.SatisfiesExpression,
  { source, target, integration, edits, added }: Conversion
): void {
  const { expression, type } = node
  const isConst = ts.isAsExpression(expression) && expression.type.getText(source) === 'const'
  const wanted = `${isConst && ts.isArrayTypeNode(type) ? 'readonly ' : ''}${type.getText(source)}`
  edits.push({ start: expression.getStart(source), end: expression.getStart(source), text: `conformsTo<${wanted}>()(` })
  edits.push({ start: expression.end, end: node.end, text: ')' })
  added.add(`import { conformsTo } from '${relativeName(target, conformsToPath(integration))}'`)
}

/** `import { type A, b } from 'm'` → `import type { A } from 'm'` and `import { b } from 'm'` */
function splitTypeImports(node: ts.ImportDeclaration, conversion: Conversion): void {
  const bindings = node.importClause?.namedBindings
  if (bindings === undefined || !ts.isNamedImports(bindings)) return
  const { source } = conversion
  split(node, 'import', bindings.elements, node.importClause?.name?.getText(source), conversion)
}

/** Like {@link splitTypeImports}, for `export { type A, b } from 'm'`. */
function splitTypeExports(node: ts.ExportDeclaration, conversion: Conversion): void {
  const { exportClause } = node
  if (exportClause !== undefined && ts.isNamedExports(exportClause)) {
    split(node, 'export', exportClause.elements, undefined, conversion)
  }
}

function split(
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  keyword: 'import' | 'export',
  elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[],
  defaultName: string | undefined,
  { source, edits, moduleName }: Conversion
): void {
  const [types, values] = partition([...elements], (element) => element.isTypeOnly)
  if (types.length === 0) return
  const { moduleSpecifier } = node
  const from =
    moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? ` from '${moduleName(moduleSpecifier)}'` : ''
  const list = (some: typeof types) =>
    `{ ${some.map((element) => element.getText(source).replace(/^type /, '')).join(', ')} }`
  const clauses = [defaultName, values.length > 0 ? list(values) : undefined].filter((clause) => clause !== undefined)
  const lines = [`${keyword} type ${list(types)}${from}`]
  if (clauses.length > 0) lines.push(`${keyword} ${clauses.join(', ')}${from}`)
  edits.push({ start: node.getStart(source), end: node.end, text: lines.join('\n') })
}

/** Replaces `require('m')`, which loads a module on first use, by an import at the top. */
function hoistRequire(node: ts.CallExpression, { source, edits, added }: Conversion): void {
  const [name] = node.arguments
  if (name === undefined || !ts.isStringLiteral(name)) throw new Error(`${source.fileName}: a require without a name.`)
  const local = camelCase(name.text)
  added.add(`import ${name.text.endsWith('.json') ? local : `* as ${local}`} from '${name.text}'`)
  edits.push({ start: node.getStart(source), end: node.end, text: local })
}

/** Replaces Node's hash function, because Segment's lint rules require `lib/hashing-utils`. */
function convertHash({ source, target, edits }: Conversion): void {
  const crypto = source.statements.find((one) => ts.isImportDeclaration(one) && isNamed(one, 'node:crypto'))
  if (crypto === undefined) return
  const hashing = `import { processHashing } from '${relativeName(target, `${LIB}/hashing-utils.ts`)}'`
  edits.push({ start: crypto.getStart(source), end: crypto.end, text: hashing })
  const visitCalls = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'hash') {
      const [algorithm, value] = node.arguments
      if (algorithm?.getText(source) !== `'sha256'` || value === undefined) {
        throw new Error(`${source.fileName}: only hash('sha256', value) can be converted.`)
      }
      const text = `processHashing(${value.getText(source)}, 'sha256', 'hex')`
      edits.push({ start: node.getStart(source), end: node.end, text })
      return
    }
    ts.forEachChild(node, visitCalls)
  }
  visitCalls(source)
}

/** Removes the UTC plugin, because `lib/dayjs` already has it. */
function convertDayjs({ source, edits }: Conversion): void {
  const plugin = source.statements.find((one) => ts.isImportDeclaration(one) && isNamed(one, 'dayjs/plugin/utc'))
  const extension = source.statements.find((one) => one.getText(source) === 'dayjs.extend(utc)')
  for (const statement of [plugin, extension]) {
    if (statement !== undefined) edits.push({ start: statement.getFullStart(), end: statement.end, text: '' })
  }
}

/** Exports the plugin's factory, which Segment loads, and the definition, which Segment's catalogue reads. */
function exportPlugin({ source, edits, added }: Conversion): void {
  const exported = source.statements.find((one) => ts.isExportAssignment(one))
  if (exported?.expression.getText(source) !== 'destination') {
    throw new Error(`${source.fileName} does not export its definition as the default.`)
  }
  added.add(`import { browserDestination } from '@segment/browser-destination-runtime/shim'`)
  const text = 'export { destination }\n\nexport default browserDestination(destination)'
  edits.push({ start: exported.getStart(source), end: exported.end, text })
}

/** Replaces the names of imported modules by their names in Segment's monorepo. */
function convertModuleNames({ source, edits, moduleName }: Conversion): void {
  for (const literal of moduleNames(source)) {
    const isEdited = edits.some(({ start, end }) => start <= literal.getStart(source) && literal.end <= end)
    if (!isEdited) edits.push({ start: literal.getStart(source), end: literal.end, text: `'${moduleName(literal)}'` })
  }
}

function newModuleName(name: string, file: string, target: string, integration: Integration): string {
  if (name === 'dayjs' && integration.name !== 'pixel') return relativeName(target, `${LIB}/dayjs.ts`)
  if (!name.startsWith('.')) return name
  const imported = resolve(file, name)
  if (imported === undefined) throw new Error(`${file} imports ${name}, which does not exist.`)
  return relativeName(target, requireTarget(integration, imported))
}

function relativeName(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to.replace(/(?:\/index)?\.ts$/, ''))
  return path.startsWith('.') ? path : `./${path}`
}

function isNamed(node: ts.ImportDeclaration, name: string): boolean {
  return ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === name
}
