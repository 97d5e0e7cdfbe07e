import { JsonView } from '../json-view'
import type { ExplainedMapping, ExplainedValue, NearTrigger } from '../../explanation'
import type { Explained } from './use-explanation'

/** Fields that TikTok matches people by. */
const PERSON_FIELD = /^(?:email|phone|external_id|first_name|last_name|address|ip|user_agent|ttclid|ttp|lead)/

/** Shows what would be sent for an event, and why values are left out. */
export function ExplanationView({ explained }: { explained: Explained | undefined }) {
  if (explained === undefined) return null
  if ('problem' in explained) {
    return (
      <div class="card mapping-result" role="status">
        <div class="verdict-box refused">
          <h3>Nothing would be sent</h3>
          <p>{explained.problem}</p>
        </div>
      </div>
    )
  }
  const { mappings, nearest } = explained.explanation
  if (mappings.length === 0) return <NoMapping nearest={nearest ?? []} />
  return (
    <>
      {mappings.map((mapping) => (
        <MappingResult key={mapping.name + mapping.subscribe} mapping={mapping} />
      ))}
    </>
  )
}

function NoMapping({ nearest }: { nearest: readonly NearTrigger[] }) {
  return (
    <div class="card mapping-result">
      <div class="verdict-box refused">
        <h3>Nothing would be sent</h3>
        <p>No mapping matches this event.</p>
      </div>
      {nearest.length > 0 && <h3>The nearest triggers</h3>}
      <ul class="nearest">
        {nearest.map(({ name, subscribe, failed }) => (
          <li key={name + subscribe}>
            <b>{name}</b> <code>{subscribe}</code>
            {failed.map((condition) => (
              <p key={condition}>{condition}</p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function MappingResult({
  mapping: { name, subscribe, request, error, values, warnings }
}: {
  mapping: ExplainedMapping
}) {
  const person = values.filter(({ field }) => PERSON_FIELD.test(field))
  const others = values.filter(({ field }) => !PERSON_FIELD.test(field))
  return (
    <article class="card mapping-result">
      <header>
        <h2>{name === '' ? 'Event' : name}</h2>
        <code>{subscribe}</code>
      </header>
      {error !== undefined && (
        <div class="verdict-box refused">
          <h3>Nothing would be sent</h3>
          <p>{error}</p>
        </div>
      )}
      {warnings.length > 0 && (
        <ul class="warnings" aria-label="Warnings">
          {warnings.map(({ reason, remedy }) => (
            <li key={reason}>
              <b>{reason}</b> {remedy}
            </li>
          ))}
        </ul>
      )}
      <ValueTable title="Match keys" values={person} />
      <details>
        <summary>Other fields ({others.length})</summary>
        <ValueTable title="Other fields" values={others} />
      </details>
      {request !== undefined && (
        <>
          <h3>Request</h3>
          <JsonView value={request} label="Request" />
        </>
      )}
    </article>
  )
}

function ValueTable({ title, values }: { title: string; values: readonly ExplainedValue[] }) {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">From the event</th>
          <th scope="col">TikTok gets</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ field, from, given, sent, reason, remedy }) => (
          <tr key={field} class={sent === undefined ? 'missing-value' : undefined}>
            <th scope="row">{field}</th>
            <td>
              {given !== undefined && <span class="given">{textOf(given)}</span>}
              {from !== undefined && <code>{from}</code>}
            </td>
            <td>
              {sent !== undefined && <code class={isHash(sent) ? 'sent hash' : 'sent'}>{textOf(sent)}</code>}
              {sent === undefined && <b>left out</b>}
              {reason !== undefined && (
                <span class="reason">
                  {reason} {remedy}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isHash(value: unknown): boolean {
  return /^(?:\["?)?[0-9a-f]{64}/.test(textOf(value))
}
