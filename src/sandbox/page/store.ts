import { useEffect, useState } from 'preact/hooks'

/** A value with listeners that are called when it changes. */
export interface Store<State> {
  get(): State
  update(change: (state: State) => State): void
  subscribe(listener: () => void): () => void
}

/** Creates a store. */
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

/** Reads a store. Renders again after a change, at most once per frame and never while the page is hidden. */
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
