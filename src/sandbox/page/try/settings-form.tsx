import type { ServedSetting } from '../../served-destination'

interface SettingsFormProps {
  fields: readonly ServedSetting[]
  values: Readonly<Record<string, string>>
  onChange: (key: string, value: string) => void
}

/** The settings of a destination. */
export function SettingsForm({ fields, values, onChange }: SettingsFormProps) {
  return (
    <fieldset class="settings-form">
      <legend>Settings</legend>
      {fields.map(({ key, label, description, isRequired, choices }) => (
        <label key={key} title={description}>
          {label}
          {choices.length > 0 ? (
            <select
              value={values[key]}
              onChange={(event) => {
                onChange(key, event.currentTarget.value)
              }}
            >
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              value={values[key]}
              required={isRequired}
              autocomplete="off"
              spellcheck={false}
              placeholder={isRequired ? undefined : 'not set'}
              onInput={(event) => {
                onChange(key, event.currentTarget.value)
              }}
            />
          )}
        </label>
      ))}
    </fieldset>
  )
}
