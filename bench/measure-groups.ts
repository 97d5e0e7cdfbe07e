import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Row } from './row'
import { GROUPS } from './rows'

/**
 * Measures all groups of rows, each in its own process. In a shared process, the code that one group compiles and
 * optimises would affect the figures of the next group.
 */
export async function measureGroups(): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of Object.keys(GROUPS)) {
    const child = fork(join(__dirname, 'measure-group.ts'), [name])
    const [measured] = (await Promise.race([once(child, 'message'), failure(name, once(child, 'exit'))])) as [Row[]]
    rows.push(...measured)
  }
  return rows
}

async function failure(name: string, exit: Promise<unknown[]>): Promise<never> {
  const [code] = await exit
  throw new Error(`The rows of ${name} were not measured: the process ended with ${String(code)}.`)
}
