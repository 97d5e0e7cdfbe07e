// Writes each generated-types.ts from its fields. With --check it writes nothing and fails if a file is stale.
import { readFile, writeFile } from 'node:fs/promises'
import { fieldsToJsonSchema, type GlobalSetting, type InputField } from '@segment/actions-core'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { targets } from './type-targets'

const check = process.argv.includes('--check')

/** Removes titles, because json-schema-to-typescript creates a named type for each property with a title. */
function withoutTitles(schema: JSONSchema): JSONSchema {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === 'title' && typeof value === 'string' ? undefined : value
  )
  return JSON.parse(text) as JSONSchema
}

async function typesOf(fields: Record<string, InputField | GlobalSetting>, name: string): Promise<string> {
  const schema = fieldsToJsonSchema(fields, { tsType: true, additionalProperties: false })
  return compile(withoutTitles(schema), name, {
    bannerComment: '// Generated file. DO NOT MODIFY IT BY HAND.',
    additionalProperties: false
  })
}

async function main(): Promise<void> {
  const stale: string[] = []
  for (const { file, name, fields } of targets) {
    const wanted = await typesOf(fields, name)
    const found = await readFile(file, 'utf8').catch(() => '')
    if (found === wanted) continue
    stale.push(file)
    if (!check) await writeFile(file, wanted)
  }
  if (check && stale.length > 0) throw new Error(`Stale files: ${stale.join(', ')}. Run npm run generate:types.`)
  process.stdout.write(`types ${check ? 'are current' : 'written'}: ${targets.length} files, ${stale.length} changed\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
