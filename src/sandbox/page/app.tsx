import { useEffect, useState } from 'preact/hooks'
import { liveStore, type LiveState } from './live-state'
import { LiveView } from './live/live-view'
import { ROLE } from './role'
import { useStore } from './store'
import { TokenForm } from './token-form'
import { TryView } from './try/try-view'

const CONNECTIONS: Readonly<Record<LiveState['connection'], string>> = {
  connecting: 'Connecting …',
  open: 'Listening',
  lost: 'Disconnected, reconnecting …',
  'needs-token': ROLE === 'relay' ? 'Password needed' : 'Token needed'
}

/** The whole page. */
export function App() {
  const state = useStore(liveStore)
  const view = useView()
  return (
    <div class="app">
      <header class="top">
        <h1>
          <Logo /> TikTok {ROLE}
        </h1>
        {ROLE === 'sandbox' && (
          <nav aria-label="Views">
            <a href="#live" aria-current={view === 'live' ? 'page' : undefined}>
              Live
            </a>
            <a href="#try" aria-current={view === 'try' ? 'page' : undefined}>
              Try an event
            </a>
          </nav>
        )}
        <p class={`connection ${state.connection}`} role="status">
          <span class="text">{CONNECTIONS[state.connection]}</span>
        </p>
      </header>
      {state.connection === 'needs-token' ? (
        <TokenForm />
      ) : view === 'try' ? (
        <TryView setup={state.setup} />
      ) : (
        <LiveView state={state} />
      )}
    </div>
  )
}

/** The view in the URL's fragment: `#try` or `#try=…`, otherwise the live list. A relay has only the live list. */
function useView(): 'live' | 'try' {
  const current = () => (ROLE === 'sandbox' && /^#try\b/.test(location.hash) ? 'try' : 'live')
  const [view, setView] = useState<'live' | 'try'>(current)
  useEffect(() => {
    const update = (): void => {
      setView(current)
    }
    addEventListener('hashchange', update)
    return () => {
      removeEventListener('hashchange', update)
    }
  }, [])
  return view
}

function Logo() {
  return (
    <svg viewBox="0 0 16 16" width="22" height="22" aria-hidden="true" class="logo">
      <rect width="16" height="16" rx="4" />
      <path d="M4 8h2l1.5-4 2 8L11 8h1" />
    </svg>
  )
}
