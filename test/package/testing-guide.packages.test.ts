import { join } from 'node:path'
import { blockOf } from '../docs/block-of'
import { useFolders } from './use-folders'

describe('the tests of docs/testing.md', () => {
  const { packed, create } = useFolders()

  it.each([
    ['jest', ['jest/bin/jest.js']],
    ['vitest', ['vitest/vitest.mjs', 'run', '--globals']]
  ])('pass in %s', async (runner, [program = '', ...args]) => {
    const folder = await create()
    await folder.install(packed().tarball, runner === 'vitest' ? 'vitest@4' : 'jest@30')
    await folder.write('orders.test.js', blockOf('docs/testing.md', 'js spec'))
    await folder.write('empty.test.js', '')
    // The empty file fails: it proves that the runner reports failures.
    const command = [join('node_modules', program), ...args] as const
    await expect(folder.run(process.execPath, ...command, 'empty')).rejects.toThrow('empty.test.js')
    await folder.run(process.execPath, ...command, 'orders')
  })
})
