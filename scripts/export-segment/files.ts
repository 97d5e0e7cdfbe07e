import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import conversions from '../../src/destinations/tiktok-conversions'
import offline from '../../src/destinations/tiktok-offline-conversions'
import pixel from '../../src/destinations/tiktok-pixel'
import { builderFields } from '../../src/shared/fields'
import { CONFORMS_TO, conformsToPath, convertModule } from './convert'
import { type Fields, generatedTypes } from './generated-types'
import { closure } from './imports'
import { type Integration, targetOf } from './layout'
import { exportableTests, snapshotOf } from './tests'

const FIELDS = {
  conversions: { settings: conversions.authentication?.fields ?? {}, actions: conversions.actions },
  offline: { settings: offline.authentication?.fields ?? {}, actions: offline.actions },
  pixel: { settings: pixel.settings, actions: pixel.actions }
}

/**
 * Creates the files of one pull request: path in Segment's monorepo → text before formatting.
 * @param integration the pull request
 * @throws Error for a source file that cannot be exported
 */
export async function filesOf(integration: Integration): Promise<Map<string, string>> {
  const sources = closure([`${integration.folder}/index.ts`]).files
  const tests = exportableTests(allTests(), integration, sources)
  const files = new Map<string, string>()
  let needsConformsTo = false

  for (const file of new Set([...sources, ...closure(tests).files, ...tests.flatMap(snapshotOf)])) {
    const target = targetOf(integration, file)
    if (target === undefined) throw new Error(`${file} has no path in the pull request for ${integration.name}.`)
    if (file.endsWith('/generated-types.ts')) continue
    if (/\.(?:json|snap)$/.test(file)) {
      files.set(target, readFileSync(file, 'utf8'))
      continue
    }
    const { text, usesConformsTo } = convertModule(file, integration)
    needsConformsTo ||= usesConformsTo
    files.set(target, text)
  }
  if (needsConformsTo) files.set(conformsToPath(integration), CONFORMS_TO)
  for (const [path, text] of await typesOf(integration)) files.set(path, text)
  return files
}

function allTests(): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('test', path))
    .filter((path) => path.endsWith('.test.ts'))
}

/** Generates one file for the settings, one for the fields that the builders read, and one for each action. */
async function typesOf(integration: Integration): Promise<[path: string, text: string][]> {
  const { settings, actions } = FIELDS[integration.name]
  const interfaces = [
    { folder: integration.target, name: 'Settings', fields: settings },
    { folder: `${integration.shared}/fields`, name: 'EventPayload', fields: builderFields },
    ...Object.entries<{ fields: Fields }>(actions).map(([key, { fields }]) => ({
      folder: `${integration.target}/${key}`,
      name: 'Payload',
      fields
    }))
  ]
  return Promise.all(
    interfaces.map(async ({ folder, name, fields }): Promise<[string, string]> => [
      `${folder}/generated-types.ts`,
      await generatedTypes(fields, name)
    ])
  )
}
