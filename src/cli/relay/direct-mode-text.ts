import { join } from 'node:path'
import type { RelayConfig } from '../../relay/config/read-config'
import { deadLetterFileNames } from '../../relay/direct/dead-letter-files'
import { shellQuote } from '../text'

/** Tells the user where the direct mode stores dead letters, and which commands send those of the newest file again. */
export async function directModeText({ deadLetterFolder, sources }: RelayConfig): Promise<string> {
  const newest = (await deadLetterFileNames(deadLetterFolder)).at(-1)
  if (newest === undefined) {
    return `The direct mode stores dead letters in one file per day in ${deadLetterFolder}. There are none.`
  }
  const file = shellQuote(join(deadLetterFolder, newest))
  const all = sources.flatMap(({ name: source, destinations }) => destinations.map((one) => ({ source, ...one })))
  const commands = all.map(({ source, name, type, subscriptions }) => {
    const mapping = subscriptions === undefined ? '' : ' --mapping FILE'
    const options = `--destination ${type}${mapping} --settings FILE`
    if (all.length === 1) return `segment-tiktok send ${file} ${options}`
    return `grep -F '"source":"${source}","destination":"${name}"' ${file} | segment-tiktok send ${options} --yes`
  })
  return [
    `The direct mode stores dead letters in one file per day in ${deadLetterFolder}.`,
    `The newest is ${newest}. To send its events again:`,
    ...commands.map((command) => `  ${command}`)
  ].join('\n')
}
