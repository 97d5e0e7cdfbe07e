import { join } from 'node:path'
import { run } from './folder'
import { useFolders } from './use-folders'

const ROOT = join(__dirname, '..', '..')

describe('the source', () => {
  const { create } = useFolders()

  it.each([
    { files: 'src', lib: ['ES2023', 'DOM', 'DOM.Iterable'], include: ['src'] },
    // Segment's monorepo compiles these with an older library.
    { files: 'src/shared and src/destinations', lib: ['ES2020', 'DOM'], include: ['src/shared', 'src/destinations'] }
  ])('$files compiles with TypeScript 5.5 and the libraries $lib', async ({ lib, include }) => {
    const folder = await create()
    await folder.install('typescript@5.5')
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { lib, typeRoots: [join(ROOT, 'node_modules', '@types')] },
      include: include.map((path) => join(ROOT, path))
    }
    await folder.write('tsconfig.json', JSON.stringify(config))
    const tsc = join(folder.path, 'node_modules', 'typescript', 'bin', 'tsc')
    // The compiler prints its errors on standard output.
    const errors = await run(process.execPath, [tsc, '-p', folder.path], ROOT).catch(
      (error: unknown) => (error as { stdout: string }).stdout
    )
    expect(errors).toBe('')
  })
})
