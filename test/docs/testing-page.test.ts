import { runInThisContext } from 'node:vm'
import { blockOf } from './block-of'

// The block of docs/testing.md defines the tests. Its package names resolve to the source.
const sources: Record<string, string> = {
  'segment-tiktok-destinations': '../../src',
  'segment-tiktok-destinations/runtime': '../../src/runtime',
  'segment-tiktok-destinations/sandbox': '../../src/sandbox'
}

const define = runInThisContext(
  `(function (require, describe, beforeAll, beforeEach, afterAll, test, expect) {${blockOf('docs/testing.md', 'js spec')}})`
) as (...globals: unknown[]) => void

define(
  (name: string) => jest.requireActual<object>(sources[name] ?? name),
  describe,
  beforeAll,
  beforeEach,
  afterAll,
  test,
  expect
)
