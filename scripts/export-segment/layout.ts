import { posix } from 'node:path'

/** The integration of one pull request. Segment reviews one integration at a time. */
export interface Integration {
  /** The name on the command line. */
  readonly name: 'conversions' | 'offline' | 'pixel'
  /** The destination's folder in this project. */
  readonly folder: string
  /** The destination's folder in Segment's monorepo. */
  readonly target: string
  /** The folder in Segment's monorepo for the files of `src/shared`. */
  readonly shared: string
}

const SERVER = 'packages/destination-actions/src'
const PIXEL = 'packages/browser-destinations/destinations/tiktok-pixel/src'

/** The integrations and their folders in both projects. */
export const INTEGRATIONS: readonly Integration[] = [
  {
    name: 'conversions',
    folder: 'src/destinations/tiktok-conversions',
    target: `${SERVER}/destinations/tiktok-conversions`,
    shared: `${SERVER}/lib/tiktok`
  },
  {
    name: 'offline',
    folder: 'src/destinations/tiktok-offline-conversions',
    target: `${SERVER}/destinations/tiktok-offline-conversions`,
    shared: `${SERVER}/lib/tiktok`
  },
  { name: 'pixel', folder: 'src/destinations/tiktok-pixel', target: PIXEL, shared: `${PIXEL}/shared` }
]

/**
 * Returns the path that a file of this project gets in Segment's monorepo.
 * @param integration the pull request
 * @param file a path of this project, e.g. `src/shared/coerce.ts`
 * @returns undefined for a file that is not exported
 */
export function targetOf({ folder, target, shared }: Integration, file: string): string | undefined {
  if (file.startsWith(`${folder}/`)) return `${target}/${posix.relative(folder, file)}`
  if (file.startsWith('src/shared/')) return `${shared}/${posix.relative('src/shared', file)}`

  const tests = folder.replace('src/', 'test/')
  const isOwn = file.startsWith(`${tests}/`)
  if (!isOwn && !file.startsWith('test/shared/') && !/^test\/(?:support\/)?[^/]+$/.test(file)) return undefined
  // Jest runs every module below `__tests__` as a test, so helpers and data go into another folder.
  if (!/\.test\.tsx?(?:\.snap)?$/.test(file)) return `${shared}/test-support/${posix.basename(file)}`
  return isOwn
    ? `${target}/__tests__/${posix.relative(tests, file)}`
    : `${shared}/__tests__/${posix.relative('test/shared', file)}`
}
