import { Editor } from './editor'

interface MappingEditorProps {
  presets: readonly object[]
  /** Subscriptions as JSON; empty if the presets are used. */
  mapping: string
  onChange: (mapping: string) => void
}

/** Selects the mapping: the presets, or an edited copy of one of them. */
export function MappingEditor({ presets, mapping, onChange }: MappingEditorProps) {
  return (
    <div class="mapping">
      <label>
        Mapping
        <select
          value={mapping === '' ? 'presets' : 'own'}
          onChange={({ currentTarget: { value } }) => {
            if (value === 'presets') onChange('')
            else if (value !== 'own') onChange(JSON.stringify([presets[Number(value)]], null, 2))
          }}
        >
          <option value="presets">The presets ({presets.length})</option>
          {mapping !== '' && <option value="own">Your own mapping</option>}
          <optgroup label="Edit a copy of a preset">
            {presets.map((preset, index) => (
              <option key={index} value={String(index)}>
                {'name' in preset ? String(preset.name) : `Preset ${index + 1}`}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {mapping !== '' && <Editor label="Mapping as JSON" value={mapping} onChange={onChange} />}
    </div>
  )
}
