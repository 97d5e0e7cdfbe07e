import { createLimiter } from '../../src/runtime/limiter'

/** A task that runs until it is told to end. */
function createTask(name: string, started: string[]) {
  let end!: () => void
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const run = async (): Promise<string> => {
    started.push(name)
    await ended
    return name
  }
  return { run, end }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('runs the tasks in order, and never more at once than allowed', async () => {
  const limit = createLimiter(2)
  const started: string[] = []
  const a = createTask('a', started)
  const b = createTask('b', started)
  const c = createTask('c', started)
  const results = [a, b, c].map(({ run }) => limit(run))
  await settled()
  expect(started).toStrictEqual(['a', 'b'])
  b.end()
  await settled()
  expect(started).toStrictEqual(['a', 'b', 'c'])
  a.end()
  c.end()
  expect(await Promise.all(results)).toStrictEqual(['a', 'b', 'c'])
})

it('starts the next task after one that failed', async () => {
  const limit = createLimiter(1)
  const failed = limit(() => Promise.reject(new TypeError('failed')))
  const next = limit(() => Promise.resolve('next'))
  await expect(failed).rejects.toThrow('failed')
  expect(await next).toBe('next')
  expect(await limit(() => Promise.resolve('later'))).toBe('later')
})

it('keeps the limit if a task is added at the moment another one ends', async () => {
  const limit = createLimiter(1)
  const started: string[] = []
  const b = createTask('b', started)
  const c = createTask('c', started)
  let end!: () => void
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const results = [limit(() => ended), limit(b.run)]
  const last = ended.then(() => limit(c.run))
  end()
  await settled()
  expect(started).toStrictEqual(['b'])
  b.end()
  c.end()
  await Promise.all([...results, last])
  expect(started).toStrictEqual(['b', 'c'])
})
