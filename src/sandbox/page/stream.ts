import type { LiveMessage } from '../live-message'
import { callApi, TokenRequired } from './api'
import { liveStore, applyMessage } from './live-state'
import type { Setup } from '../setup'

const RETRY_AFTER = 1_000

/**
 * Listens to the sandbox or relay while the page is open. Reconnects after the connection is lost. Returns if the token
 * or password is missing or wrong.
 */
export async function listen(): Promise<void> {
  for (;;) {
    try {
      const setup = (await (await callApi('/setup')).json()) as Setup
      liveStore.update((state) => ({ ...state, setup }))
      await readStream(await callApi('/live'))
      setConnection('lost')
    } catch (error) {
      if (error instanceof TokenRequired) {
        setConnection('needs-token')
        return
      }
      setConnection('lost')
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
  }
}

function setConnection(connection: 'lost' | 'needs-token'): void {
  liveStore.update((state) => ({ ...state, connection }))
}

async function readStream(response: Response): Promise<void> {
  const reader = response.body?.getReader()
  if (!reader) return
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    // The last character so far can be the first half of the separator.
    const searchFrom = Math.max(text.length - 1, 0)
    text += decoder.decode(value, { stream: true })
    for (let end = text.indexOf('\n\n', searchFrom); end >= 0; end = text.indexOf('\n\n')) {
      const message = JSON.parse(text.slice('data: '.length, end)) as LiveMessage
      text = text.slice(end + 2)
      liveStore.update((state) => applyMessage(state, message))
    }
  }
}
