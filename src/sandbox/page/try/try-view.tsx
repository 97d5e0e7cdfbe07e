import { useEffect, useState } from 'preact/hooks'
import type { Setup } from '../../setup'
import { useDestinations } from './destinations'
import { Editor } from './editor'
import { EXAMPLES } from './examples'
import { ExplanationView } from './explanation-view'
import { MappingEditor } from './mapping-editor'
import { SendBar } from './send-bar'
import { SettingsForm } from './settings-form'
import { exampleState, fromFragment, sandboxSettings } from './try-state'
import { useExplanation } from './use-explanation'

/** Explains an event while the user types it. A button sends it to the sandbox. */
export function TryView({ setup }: { setup: Setup | undefined }) {
  const [example, setExample] = useState('0')
  const [state, setState] = useState(() => exampleState(0))
  const destinations = useDestinations()
  const destination = destinations.find(({ slug }) => slug === state.destination)
  const defaults = sandboxSettings(setup)
  const settings = Object.fromEntries(
    (destination?.settings ?? []).map(({ key }) => [key, state.settings[key] ?? defaults[key] ?? ''])
  )
  const explained = useExplanation(state, settings)

  useEffect(() => {
    const read = async (): Promise<void> => {
      const linked = await fromFragment(location.hash)
      if (linked === undefined) return
      setState(linked)
      setExample('')
    }
    const follow = (): void => void read()
    follow()
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
    }
  }, [])

  return (
    <main class="try">
      <section class="card input" aria-label="Event">
        <div class="choices">
          <label>
            Example
            <select
              value={example}
              onChange={({ currentTarget: { value } }) => {
                setExample(value)
                if (value !== '') setState(exampleState(Number(value), state.settings))
              }}
            >
              <option value="">Your own event</option>
              {EXAMPLES.map(({ title }, index) => (
                <option key={title} value={String(index)}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <label>
            Destination
            <select
              value={state.destination}
              onChange={(event) => {
                setState({ ...state, destination: event.currentTarget.value, mapping: '' })
              }}
            >
              {destinations.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <h2>Segment event</h2>
        <Editor
          label="Segment event as JSON"
          value={state.event}
          onChange={(event) => {
            setState((current) => ({ ...current, event }))
          }}
        />
        <SettingsForm
          fields={destination?.settings ?? []}
          values={settings}
          onChange={(key, value) => {
            setState({ ...state, settings: { ...state.settings, [key]: value } })
          }}
        />
        <MappingEditor
          presets={destination?.presets ?? []}
          mapping={state.mapping}
          onChange={(mapping) => {
            setState((current) => ({ ...current, mapping }))
          }}
        />
      </section>
      <section class="output" aria-label="What TikTok gets">
        <SendBar state={{ ...state, settings }} explained={explained} />
        <ExplanationView explained={explained} />
      </section>
    </main>
  )
}
