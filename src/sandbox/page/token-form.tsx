import type { TargetedSubmitEvent } from 'preact'
import { keepToken } from './api'
import { liveStore } from './live-state'
import { ROLE } from './role'
import { listen } from './stream'

/** Asks for the token of a sandbox that other machines can reach. A relay's password is asked for by the browser. */
export function TokenForm() {
  return ROLE === 'relay' ? <LoginNeeded /> : <SandboxTokenForm />
}

function LoginNeeded() {
  return (
    <main class="token">
      <div class="card">
        <h2>This relay asks for its password</h2>
        <p>Load the page again, and log in as admin with the adminPassword of the relay’s configuration.</p>
      </div>
    </main>
  )
}

function SandboxTokenForm() {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const token = new FormData(event.currentTarget).get('token')
    if (typeof token !== 'string') return
    keepToken(token)
    liveStore.update((state) => ({ ...state, connection: 'connecting' }))
    void listen()
  }
  return (
    <main class="token">
      <form class="card" onSubmit={submit}>
        <h2>This sandbox asks for its token</h2>
        <p>Other machines can reach it, so it shows what it received only to those who know one of its tokens.</p>
        <label>
          Token
          <input name="token" type="password" autocomplete="off" required autofocus />
        </label>
        <button class="primary">Show the events</button>
      </form>
    </main>
  )
}
