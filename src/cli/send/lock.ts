import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { CliError, systemCode } from '../exit'

/**
 * Acquires a lock, which only one process can hold. The lock of a process that has ended is replaced.
 * @param path the lock's file
 * @returns a function that releases the lock
 * @throws CliError if another process holds it, or if the file cannot be written
 */
export function acquireLock(path: string): () => void {
  if (!create(path, String(process.pid))) {
    removeStaleLock(path)
    if (!create(path, String(process.pid))) throw lockedError(path)
  }
  return () => {
    rmSync(path, { force: true })
  }
}

function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw new CliError(`The lock ${path} cannot be written (${systemCode(error) ?? 'unknown error'}).`)
  }
}

function removeStaleLock(path: string): void {
  const holder = read(path)
  if (holder === undefined) return
  if (isAlive(holder)) throw lockedError(path)
  const moved = `${path}.${process.pid}`
  try {
    renameSync(path, moved)
  } catch {
    return
  }
  // If another process acquired the lock in the meantime, the moved file is that lock, and it is put back.
  const found = read(moved)
  if (found !== undefined && found !== holder) create(path, found)
  rmSync(moved, { force: true })
}

function lockedError(path: string): CliError {
  const holder = read(path) ?? 'unknown'
  return new CliError(
    `Another run (process ${holder}) is using the same state. Wait for it, or delete ${path} if that process has ended.`
  )
}

function isAlive(holder: string): boolean {
  const pid = Number(holder)
  // After a container restarts, a stale lock can hold the ID of this process.
  if (pid === process.pid) return false
  try {
    return Number.isSafeInteger(pid) && process.kill(pid, 0)
  } catch (error) {
    // EPERM: the process is running, but belongs to another user.
    return systemCode(error) === 'EPERM'
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
