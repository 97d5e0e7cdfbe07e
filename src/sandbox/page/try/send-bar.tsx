import { useState } from 'preact/hooks'
import { formatCount } from '../format'
import { type TryState, toFragment } from './try-state'
import type { Explained } from './use-explanation'

const EVENT_TRACK_PATH = '/open_api/v1.3/event/track/'

/** Sends the requests to the sandbox, and creates a link to the event in the editor. */
export function SendBar({ state, explained }: { state: TryState; explained: Explained | undefined }) {
  const [note, setNote] = useState('')
  const mappings = explained && 'explanation' in explained ? explained.explanation.mappings : []
  const requests = mappings.flatMap(({ request }) => request ?? [])

  const send = async (): Promise<void> => {
    const answers: string[] = []
    for (const request of requests) {
      const response = await fetch(EVENT_TRACK_PATH, {
        method: 'POST',
        headers: { 'Access-Token': state.settings['accessToken'] ?? '', 'Content-Type': 'application/json' },
        body: JSON.stringify(request)
      })
      answers.push(answerText(await response.text(), response.status))
    }
    setNote(`Sent ${formatCount(requests.length, 'request')}. The sandbox answered: ${answers.join('; ')}`)
  }
  const link = async (): Promise<void> => {
    history.replaceState(null, '', await toFragment(state))
    try {
      await navigator.clipboard.writeText(location.href)
      setNote('The link is in the clipboard and in the address bar.')
    } catch {
      setNote('The link is in the address bar.')
    }
  }

  return (
    <div class="card send-bar">
      <button
        type="button"
        class="primary"
        disabled={requests.length === 0}
        onClick={() => {
          send().catch(() => {
            setNote('The sandbox did not answer.')
          })
        }}
      >
        Send to the sandbox
      </button>
      <button type="button" onClick={() => void link()}>
        Link to this event
      </button>
      <p class="note">The link contains what you typed, including personal data, but not the access token.</p>
      <p class="sent" role="status">
        {note} {note.startsWith('Sent') && <a href="#live">See it under Live</a>}
      </p>
    </div>
  )
}

function answerText(text: string, status: number): string {
  try {
    const { code, message } = JSON.parse(text) as { code?: number; message?: string }
    return `${code} ${message}`
  } catch {
    return `HTTP ${status}`
  }
}
