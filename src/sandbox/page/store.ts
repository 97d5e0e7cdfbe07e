import { useEffect, useState } from 'preact/hooks'

/** A value that changes, and those who listen to it. */
export interface Store<State> {
  get(): State
  update(change: (state: State) => State): void
  subscribe(listener: () => void): () => void
}

/** A store with this value. */
export function createStore<State>(initial: State): Store<State> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    update: (change) => {
      state = change(state)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

/** The value of a store. Renders again when it changed, at most once a frame and never while the page is hidden. */
export function useStore<State>(store: Store<State>): State {
  const [state, setState] = useState(() => store.get())
  useEffect(() => {
    let frame = 0
    const render = (): void => {
      frame = 0
      setState(() => store.get())
    }
    const stop = store.subscribe(() => {
      if (frame === 0) frame = requestAnimationFrame(render)
    })
    render()
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [store])
  return state
}
