import type { ExplainedMapping, ExplainedValue } from '../../runtime'
import { FIELD_REASONS } from '../../runtime/explain/reasons'
import type { Terminal } from '../terminal'
import { compactJson, labelled, sanitize, shorten } from '../text'
import { eventName } from '../tiktok-events'
import { isGiven, isLeftOut, isSent, LABEL_WIDTH, matchKeyLabel } from './match-keys'
import type { Previewed } from './previewed'

type Layout = Pick<Terminal, 'width' | 'colours'>

/** Formats how one event would be sent, for the terminal. */
export function showEvent({ record, explanation }: Previewed, layout: Layout): string {
  const { colours, width } = layout
  if ('problem' in record) {
    return lines([colours.bold(`Line ${record.line}`), ...labelled('  ✗ ', record.problem, width)])
  }
  const title = `Line ${record.line} · ${sanitize(eventName(record.event))} · ${sanitize(String(record.event.messageId))}`
  const { mappings = [], nearest = [] } = explanation ?? {}
  const body =
    mappings.length > 0
      ? mappings.flatMap((mapping) => showMapping(mapping, layout))
      : [
          `  ${colours.magenta('No subscription matches this event.')} The nearest subscriptions:`,
          ...nearest.flatMap(({ name, failed }) => labelled(`    ${name}: `, sanitize(failed.join('; ')), width))
        ]
  return lines([colours.bold(shorten(title, width)), ...body])
}

function showMapping({ name, request, error, values, warnings }: ExplainedMapping, layout: Layout): string[] {
  const { colours, width } = layout
  const event = request?.data?.[0]
  const head = event === undefined ? name : `${name} → ${event.event}`
  const keys = values.filter((value) => matchKeyLabel(value) !== undefined)
  const leftOut = values.filter((value) => matchKeyLabel(value) === undefined && isLeftOut(value))
  return [
    `  ${event === undefined ? colours.red('✗') : colours.green('✓')} ${head}`,
    ...(error === undefined ? [] : labelled('    ', sanitize(error), width)),
    ...(event === undefined ? [] : indented(compactJson(event, width, '    '))),
    '    Match keys',
    ...showKeys(keys, layout),
    ...(leftOut.length === 0 || event === undefined ? [] : ['    Left out']),
    ...(event === undefined ? [] : leftOut.flatMap((value) => showLeftOut(value.field, value, layout))),
    ...warnings.map(({ reason, remedy }) =>
      labelled('    ! ', sanitize(`${reason} ${remedy}`), width)
        .join('\n')
        .replace('!', colours.magenta('!'))
    )
  ]
}

function showKeys(keys: readonly ExplainedValue[], layout: Layout): string[] {
  const sent = keys.filter(isSent)
  const sentLabels = new Set(sent.map(matchKeyLabel))
  const missing = keys.filter((value) => !isGiven(value) && !sentLabels.has(matchKeyLabel(value)))
  return [
    ...sent.map((value) => showKey(value, layout)),
    ...keys
      .filter((value) => isLeftOut(value) && !isRefused(value))
      .flatMap((value) => showLeftOut(matchKeyLabel(value) ?? value.field, value, layout)),
    ...showNames('refused with the event', keys.filter(isRefused), layout),
    ...showNames(
      'not in the event',
      missing.filter(({ from }) => from !== undefined),
      layout
    ),
    ...showNames(
      'not in the mapping',
      missing.filter(({ from }) => from === undefined),
      layout
    )
  ]
}

/** Whether a value is left out only because the whole event is refused. */
function isRefused({ reason }: ExplainedValue): boolean {
  return reason === FIELD_REASONS.refused.reason
}

function showNames(label: string, keys: readonly ExplainedValue[], { width }: Layout): string[] {
  const names = new Set(keys.map((value) => matchKeyLabel(value) ?? value.field))
  return names.size === 0 ? [] : labelled(`      – ${label}: `, [...names].join(', '), width)
}

const FROM_WIDTH = 30

function showKey(value: ExplainedValue, { colours, width }: Layout): string {
  const label = (matchKeyLabel(value) ?? '').padEnd(LABEL_WIDTH)
  const from = shorten(value.from ?? 'fixed', FROM_WIDTH).padEnd(FROM_WIDTH)
  const given = shorten(sanitize(textOf(value.given)), Math.max(8, width - LABEL_WIDTH - FROM_WIDTH - 12))
  return `      ${colours.green('✓')} ${label}  ${from}  ${given}`.trimEnd()
}

function showLeftOut(label: string, value: ExplainedValue, { colours, width }: Layout): string[] {
  const given = value.given === undefined ? '' : `  ${shorten(sanitize(textOf(value.given)), 30)}`
  const text = sanitize([value.reason, value.remedy].filter((part) => part !== undefined).join(' '))
  return [
    `      ${colours.red('✗')} ${label.padEnd(LABEL_WIDTH)}  ${(value.from ?? 'fixed').padEnd(FROM_WIDTH)}${given}`.trimEnd(),
    ...labelled(' '.repeat(10 + LABEL_WIDTH), text, width)
  ]
}

function textOf(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function indented(text: string): string[] {
  return `    ${text}`.split('\n')
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
