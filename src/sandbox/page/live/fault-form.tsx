import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { FixedFault } from '../../fault'
import type { PendingFault } from '../../live-message'
import { callApi, postJson } from '../api'
import { formatCount } from '../format'

const FAULTS: Readonly<Record<string, { label: string; fault: (seconds: number) => FixedFault }>> = {
  rateLimit: { label: 'Rate limit (40100)', fault: () => ({ code: 40100 }) },
  unauthorised: { label: 'Token refused (HTTP 401)', fault: () => ({ code: 40105, status: 401 }) },
  forbidden: {
    label: 'No permission for the source (HTTP 403)',
    fault: () => ({ code: 40001, status: 403, message: 'No permission to operate this pixel code.' })
  },
  serverError: { label: 'Server error at TikTok (HTTP 500)', fault: () => ({ code: 50000, status: 500 }) },
  html: {
    label: 'HTML instead of JSON (HTTP 502)',
    fault: () => ({ status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>' })
  },
  reset: { label: 'Connection reset', fault: () => ({ reset: true }) },
  delay: { label: 'Late answer', fault: (seconds) => ({ delay: seconds * 1000 }) }
}

/** Adds faults for the next requests. */
export function FaultForm({ faults }: { faults: readonly PendingFault[] }) {
  const [kind, setKind] = useState('rateLimit')
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const fault = FAULTS[kind]?.fault(Number(data.get('seconds')))
    void postJson('/faults', { fault, times: Number(data.get('times')) })
  }
  return (
    <section class="faults">
      <h2>Faults</h2>
      <p class="note">Test how your code handles errors and late answers: the next requests get this answer.</p>
      <form onSubmit={submit}>
        <label class="kind">
          Answer
          <select
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value)
            }}
          >
            {Object.entries(FAULTS).map(([key, { label }]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {kind === 'delay' && (
          <label>
            Seconds
            <input name="seconds" type="number" min="0.1" max="600" step="0.1" value="15" required />
          </label>
        )}
        <label>
          Requests
          <input name="times" type="number" min="1" max="1000000" value="1" required />
        </label>
        <button>Add</button>
      </form>
      {faults.length > 0 && (
        <>
          <ul class="pending" aria-label="Pending faults">
            {faults.map((pending, index) => (
              <li>
                <b>{faultLabel(pending.fault)}</b> {requestsLabel(pending, index === 0)}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => void callApi('/faults', { method: 'DELETE' })}>
            Remove all
          </button>
        </>
      )}
    </section>
  )
}

/** The requests that a pending fault applies to. The faults apply one after another. */
function requestsLabel({ left }: PendingFault, isFirst: boolean): string {
  const requests = left === null ? 'all requests' : formatCount(left, 'request')
  if (!isFirst) return `after that, for ${requests}`
  if (left === null) return `for ${requests}`
  return `for the next ${left === 1 ? 'request' : requests}`
}

function faultLabel(fault: FixedFault | null): string {
  if (fault === null) return 'A function set by a test'
  if ('delay' in fault) return `Answer after ${fault.delay / 1000} s`
  const known = Object.values(FAULTS).find((each) => comparable(each.fault(0)) === comparable(fault))
  if (known) return known.label
  if ('reset' in fault) return 'Connection reset'
  return 'code' in fault ? `Code ${fault.code}` : `HTTP ${fault.status}`
}

/** A fault as text that does not depend on the order of its keys. */
function comparable(fault: FixedFault): string {
  return JSON.stringify(Object.entries(fault).sort())
}
