import { CopyButton } from './copy-button'
import { jsonLines } from './json-lines'

interface JsonViewProps {
  value: unknown
  label: string
  /** The path of the invalid value, which is highlighted. */
  invalidPath?: string | undefined
  /** Path of a list → index of its first element, for a list of which only a part is shown. */
  firstIndex?: Readonly<Record<string, number>>
}

/** Shows a value as formatted JSON, with hashes highlighted. */
export function JsonView({ value, label, invalidPath, firstIndex }: JsonViewProps) {
  return (
    <div class="code">
      <pre class="json" tabIndex={0} role="region" aria-label={label}>
        {jsonLines(value, firstIndex).map(({ depth, path, parts }, index) => (
          <div
            key={index}
            class={path === invalidPath ? 'invalid' : undefined}
            style={{ paddingLeft: `${depth * 2 + 2}ch` }}
          >
            {parts.map(({ kind, text }) => (
              <span
                class={kind}
                title={kind === 'hash' ? 'A SHA-256 hash: the sender did not send the value itself' : undefined}
              >
                {text}
              </span>
            ))}
          </div>
        ))}
      </pre>
      <CopyButton text={JSON.stringify(value, null, 2)} />
    </div>
  )
}
