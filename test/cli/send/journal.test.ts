import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Journal } from '../../../src/cli/send/journal'
import { newState } from '../../../src/cli/send/state'
import { useFolder } from '../temp-folder'

const folder = useFolder()

it('reports that the last state cannot be written, and keeps the one before', async () => {
  const path = join(folder.path, 'state.json')
  const identity = { input: '', reading: '', mapping: '', settings: '' }
  const state = newState(identity, join(folder.path, 'rejects.ndjson'))
  const journal = await Journal.open(path, state, () => ({ requests: 1, milliseconds: 1 }))
  mkdirSync(`${path}.tmp`)
  await expect(journal.close(true)).rejects.toMatchObject({
    name: 'CliError',
    exitCode: 4,
    message: expect.stringContaining('The state and the rejects cannot be written (EISDIR).') as string
  })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toStrictEqual(state)
})
