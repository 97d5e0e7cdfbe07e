import type { Command } from 'commander'
import { createProgram } from '../../src/cli/main'
import { openTerminal } from '../../src/cli/terminal'
import { block, page } from './markdown'

/** Makes the page about the command line: the help of each command. */
export function commandLinePage(): string {
  const program = createProgram(openTerminal())
  const parts = commandsIn(program).flatMap(([name, command]) => [`## ${name}`, block('text', helpOf(command))])
  return page(
    'Command line',
    'The same text as `segment-tiktok --help` and `segment-tiktok COMMAND --help`.',
    block('text', helpOf(program)),
    ...parts
  )
}

/** Lists the commands and their subcommands, with the names that users type. */
function commandsIn(parent: Command, prefix = ''): [string, Command][] {
  return parent.commands.flatMap((command) => {
    const name = `${prefix}${command.name()}`
    return [[name, command] satisfies [string, Command], ...commandsIn(command, `${name} `)]
  })
}

function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false
  })
  command.outputHelp()
  return text
}
