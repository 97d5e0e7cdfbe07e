import type { TargetedSubmitEvent } from 'preact'
import { hasToken, storeToken } from './api'
import { liveStore } from './live-state'
import { ROLE } from './role'
import { listen } from './stream'

/**
 * Asks for the token of a sandbox that other machines can reach. For a relay, it only says what to do, because the
 * browser asks for the password.
 */
export function TokenForm() {
  return ROLE === 'relay' ? <LoginNeeded /> : <SandboxTokenForm />
}

function LoginNeeded() {
  return (
    <main class="token">
      <div class="card">
        <h2>This relay requires a password</h2>
        <p>Reload the page and log in as admin, with the adminPassword from the relay’s configuration.</p>
      </div>
    </main>
  )
}

function SandboxTokenForm() {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const token = new FormData(event.currentTarget).get('token')
    if (typeof token !== 'string') return
    storeToken(token)
    liveStore.update((state) => ({ ...state, connection: 'connecting' }))
    void listen()
  }
  return (
    <main class="token">
      <form class="card" onSubmit={submit}>
        <h2>This sandbox requires a token</h2>
        <p>Other machines can reach this sandbox, so it shows its events only to users who enter one of its tokens.</p>
        <label>
          Token
          <input name="token" type="password" autocomplete="off" required autofocus />
        </label>
        {hasToken() && (
          <p class="refused" role="alert">
            This sandbox has no such token.
          </p>
        )}
        <button class="primary">Show the events</button>
      </form>
    </main>
  )
}
