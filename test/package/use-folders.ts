import { Folder } from './folder'
import { pack, type Packed } from './packed'

/** Packs the package before the tests of a file, and deletes all folders that they create after them. */
export function useFolders(): { packed: () => Packed; create: typeof Folder.create } {
  const folders: Folder[] = []
  let packed: Packed

  const create: typeof Folder.create = async (manifest) => {
    const folder = await Folder.create(manifest)
    folders.push(folder)
    return folder
  }

  beforeAll(async () => {
    packed = await pack(await create())
  }, 120_000)

  afterAll(async () => {
    await Promise.all(folders.map((folder) => folder.remove()))
  })

  return { packed: () => packed, create }
}
