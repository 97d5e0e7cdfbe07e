import { CopyButton } from '../copy-button'
import { curlLine } from '../../curl-line'
import { ROLE } from '../role'
import type { Setup } from '../../setup'

/** Instructions that are shown until the first event arrives. */
export function EmptyState(props: { setup: Setup | undefined; onSetup: () => void }) {
  return ROLE === 'relay' ? <RelayEmptyState /> : <SandboxEmptyState {...props} />
}

function RelayEmptyState() {
  return (
    <div class="empty">
      <h2>Waiting for the first event</h2>
      <p>While this page is open, it shows what this relay sends to TikTok, without personal data.</p>
    </div>
  )
}

function SandboxEmptyState({ setup, onSetup }: { setup: Setup | undefined; onSetup: () => void }) {
  const [token = '', [sourceId = ''] = []] = Object.entries(setup?.tokens ?? {})[0] ?? []
  const curl = curlLine(location.origin, token, sourceId)
  return (
    <div class="empty">
      <h2>Waiting for the first event</h2>
      <p>Paste this command into a terminal. The event appears here at once.</p>
      <div class="code">
        <pre tabIndex={0} aria-label="A command for the terminal">
          {curl}
        </pre>
        <CopyButton text={curl} />
      </div>
      <p>
        Or send your code’s requests to <code>{location.origin}</code> instead of{' '}
        <code>https://business-api.tiktok.com</code>, with the settings on this page.
      </p>
      <p>
        No code yet? <a href="#try">Try an event</a>: type a Segment event, see what TikTok would get, and send it.
      </p>
      <button type="button" class="narrow-only" onClick={onSetup}>
        Settings, faults
      </button>
    </div>
  )
}
