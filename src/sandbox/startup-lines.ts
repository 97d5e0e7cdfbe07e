import { curlLine } from './curl-line'

/** The lines that are printed after the start: the address, the settings and a command that sends an event. */
export function startupLines(origin: string, tokens: Readonly<Record<string, readonly string[]>>): string[] {
  const [token = '', [source = ''] = []] = Object.entries(tokens)[0] ?? []
  return [
    `The sandbox listens on ${origin}. Open it in a browser to watch the events arrive.`,
    '',
    ...Object.entries(tokens).flatMap(([name, sources]) => [
      `Access token: ${name}`,
      `Pixel codes and event set IDs of this token: ${sources.join(', ')}`
    ]),
    '',
    'Send an event:',
    curlLine(origin, token, source)
  ]
}
