import type { ExplainedMapping, ExplainedValue } from '../../runtime'
import { FIELD_REASONS } from '../../runtime/explain/reasons'
import type { Terminal } from '../terminal'
import { compactJson, labelled, plain, shorten } from '../text'
import { eventName } from '../tiktok-events'
import { isGiven, isLeftOut, isSent, LABEL_WIDTH, matchKeyLabel } from './match-keys'
import type { Previewed } from './previewed'

type Page = Pick<Terminal, 'width' | 'colours'>

/** Shows the user how one event would be sent. */
export function showEvent({ record, explanation }: Previewed, page: Page): string {
  const { colours, width } = page
  if ('problem' in record) {
    return lines([colours.bold(`Line ${record.line}`), ...labelled('  ✗ ', record.problem, width)])
  }
  const title = `Line ${record.line} · ${plain(eventName(record.event))} · ${plain(String(record.event.messageId))}`
  const { mappings = [], nearest = [] } = explanation ?? {}
  const body =
    mappings.length > 0
      ? mappings.flatMap((mapping) => showMapping(mapping, page))
      : [
          `  ${colours.yellow('No subscription matches this event.')} The nearest:`,
          ...nearest.flatMap(({ name, failed }) => labelled(`    ${name}: `, plain(failed.join('; ')), width))
        ]
  return lines([colours.bold(shorten(title, width)), ...body])
}

function showMapping({ name, request, error, values, warnings }: ExplainedMapping, page: Page): string[] {
  const { colours, width } = page
  const event = request?.data?.[0]
  const head = event === undefined ? name : `${name} → ${event.event}`
  const keys = values.filter((value) => matchKeyLabel(value) !== undefined)
  const leftOut = values.filter((value) => matchKeyLabel(value) === undefined && isLeftOut(value))
  return [
    `  ${event === undefined ? colours.red('✗') : colours.green('✓')} ${head}`,
    ...(error === undefined ? [] : labelled('    ', plain(error), width)),
    ...(event === undefined ? [] : indented(compactJson(event, width, '    '))),
    '    Match keys',
    ...showKeys(keys, page),
    ...(leftOut.length === 0 || event === undefined ? [] : ['    Left out']),
    ...(event === undefined ? [] : leftOut.flatMap((value) => showLeftOut(value.field, value, page))),
    ...warnings.flatMap(({ reason, remedy }) =>
      labelled('    ! ', plain(`${reason} ${remedy}`), width).map((line) => colours.yellow(line))
    )
  ]
}

function showKeys(keys: readonly ExplainedValue[], page: Page): string[] {
  const missing = keys.filter((value) => !isSent(value) && !isGiven(value))
  return [
    ...keys.filter(isSent).map((value) => showKey(value, page)),
    ...keys
      .filter((value) => isLeftOut(value) && !isRefused(value))
      .flatMap((value) => showLeftOut(matchKeyLabel(value) ?? value.field, value, page)),
    ...listed('refused with the event', keys.filter(isRefused), page),
    ...listed('not in the event', missing, page)
  ]
}

/** Whether a value is left out only because the whole event is refused. */
function isRefused({ reason }: ExplainedValue): boolean {
  return reason === FIELD_REASONS.refused.reason
}

function listed(what: string, keys: readonly ExplainedValue[], { width }: Page): string[] {
  const names = new Set(keys.map((value) => matchKeyLabel(value) ?? value.field))
  return names.size === 0 ? [] : labelled(`      – ${what}: `, [...names].join(', '), width)
}

const FROM_WIDTH = 30

function showKey(value: ExplainedValue, { colours, width }: Page): string {
  const label = (matchKeyLabel(value) ?? '').padEnd(LABEL_WIDTH)
  const from = shorten(value.from ?? 'fixed', FROM_WIDTH).padEnd(FROM_WIDTH)
  const given = shorten(plain(textOf(value.given)), Math.max(8, width - LABEL_WIDTH - FROM_WIDTH - 12))
  return `      ${colours.green('✓')} ${label}  ${colours.dim(from)}  ${given}`.trimEnd()
}

function showLeftOut(label: string, value: ExplainedValue, { colours, width }: Page): string[] {
  const given = value.given === undefined ? '' : `  ${shorten(plain(textOf(value.given)), 30)}`
  const text = plain([value.reason, value.remedy].filter((part) => part !== undefined).join(' '))
  return [
    `      ${colours.red('✗')} ${label.padEnd(LABEL_WIDTH)}  ${colours.dim((value.from ?? 'fixed').padEnd(FROM_WIDTH))}${given}`.trimEnd(),
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
