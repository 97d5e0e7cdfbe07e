import { Fragment } from 'preact'
import { CopyButton } from '../copy-button'
import type { PendingFault } from '../../live-message'
import { ROLE } from '../role'
import type { Setup } from '../../setup'
import { FaultForm } from './fault-form'

interface SetupPanelProps {
  setup: Setup | undefined
  faults: readonly PendingFault[]
  onClose: () => void
}

/** Shows the settings for the user's code and the faults for the next requests. For a relay, it explains the page. */
export function SetupPanel(props: SetupPanelProps) {
  return ROLE === 'relay' ? <RelayPanel /> : <SandboxPanel {...props} />
}

function RelayPanel() {
  return (
    <div class="setup">
      <header>
        <h2>What this page shows</h2>
      </header>
      <p>The requests that this relay sends to TikTok while the page is open. Each relay has its own page.</p>
      <p>Personal data is shown only as its kind and length, and hashes only as their first 8 digits.</p>
      <Keys />
    </div>
  )
}

function SandboxPanel({ setup, faults, onClose }: SetupPanelProps) {
  return (
    <div class="setup">
      <header>
        <h2>Settings to use</h2>
        <button type="button" class="close narrow-only" aria-label="Close" aria-keyshortcuts="Escape" onClick={onClose}>
          ×
        </button>
      </header>
      <dl class="settings">
        <Setting label="Address" values={[location.origin]} />
        {Object.entries(setup?.tokens ?? {}).map(([token, sources]) => (
          <Fragment key={token}>
            <Setting label="Access token" values={[token]} />
            <Setting label="Sources of this token: pixel codes and event set IDs" values={sources} />
          </Fragment>
        ))}
      </dl>
      <FaultForm faults={faults} />
      <Keys />
    </div>
  )
}

function Keys() {
  return (
    <p class="note keys">
      <kbd>↑</kbd> <kbd>↓</kbd> choose an event, <kbd>/</kbd> filter, <kbd>Esc</kbd> back
    </p>
  )
}

function Setting({ label, values }: { label: string; values: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      {values.map((value) => (
        <dd key={value}>
          <code>{value}</code>
          <CopyButton text={value} />
        </dd>
      ))}
    </div>
  )
}
