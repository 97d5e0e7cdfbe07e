import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeadLetter } from '../../../src/relay/delivery/dead-letter'
import { createDeadLetterFiles, deadLetterFileNames } from '../../../src/relay/direct/dead-letter-files'

const DAY = 24 * 3_600_000
let parent: string
let folder: string
let now: number
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'dead-letters-'))
  folder = join(parent, 'letters')
  now = Date.UTC(2026, 10, 20, 23, 59)
})
afterEach(() => rm(parent, { recursive: true }))

function letter(messageId: string): DeadLetter {
  const about = { time: '2026-11-20T23:59:00.000Z', source: 'shop', destination: 'web', status: 400, message: 'Bad.' }
  return { ...about, event: { type: 'track', event: 'A', messageId } }
}

const line = (messageId: string): string => `${JSON.stringify(letter(messageId))}\n`
const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
const open = () => createDeadLetterFiles(folder, () => now)

it('writes a line for each letter, in a file for each day', async () => {
  const files = open()
  await Promise.all([files.append([letter('1'), letter('2')]), files.append([letter('3')])])
  now += 60_000
  await files.append([letter('4')])
  await files.close()
  expect(await read('2026-11-20.ndjson')).toBe(line('1') + line('2') + line('3'))
  expect(await read('2026-11-21.ndjson')).toBe(line('4'))
})

it('adds to the file of an earlier run', async () => {
  for (const id of ['1', '2']) {
    const files = open()
    await files.append([letter(id)])
    await files.close()
  }
  expect(await read('2026-11-20.ndjson')).toBe(line('1') + line('2'))
})

it('starts a new line after an incomplete one, which a crash may leave', async () => {
  await mkdir(folder)
  await writeFile(join(folder, '2026-11-20.ndjson'), `${line('1')}{"time":`)
  const files = open()
  await files.append([letter('2')])
  await files.close()
  expect(await read('2026-11-20.ndjson')).toBe(`${line('1')}{"time":\n${line('2')}`)
})

it('rejects if a letter cannot be written, and works again afterwards', async () => {
  await writeFile(folder, 'a file where the folder belongs')
  const files = open()
  await expect(files.append([letter('1')])).rejects.toThrow('EEXIST')
  await rm(folder)
  await files.append([letter('2')])
  await files.close()
  expect(await read('2026-11-20.ndjson')).toBe(line('2'))
})

it('writes a new file if the user has moved or deleted the last one', async () => {
  const files = open()
  await files.append([letter('1')])
  await rm(folder, { recursive: true })
  await files.append([letter('2')])
  await files.close()
  expect(await read('2026-11-20.ndjson')).toBe(line('2'))
})

it('lets only its own user read the files', async () => {
  const files = open()
  await files.append([letter('1')])
  await files.close()
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, '2026-11-20.ndjson'))).mode & 0o777).toBe(0o600)
  await chmod(folder, 0o755)
})

it('deletes the files after 30 days, and nothing else', async () => {
  await mkdir(folder)
  const names = ['2026-10-20.ndjson', '2026-10-21.ndjson', '2026-10-22.ndjson', 'notes.txt', '2020.ndjson']
  for (const name of names) await writeFile(join(folder, name), '')
  await open().deleteOld()
  expect(await readdir(folder)).toStrictEqual(['2020.ndjson', '2026-10-21.ndjson', '2026-10-22.ndjson', 'notes.txt'])
  now += DAY
  await open().deleteOld()
  expect(await deadLetterFileNames(folder)).toStrictEqual(['2026-10-22.ndjson'])
})

it('deletes nothing if the folder does not exist', async () => {
  await open().deleteOld()
  expect(await deadLetterFileNames(folder)).toStrictEqual([])
})
