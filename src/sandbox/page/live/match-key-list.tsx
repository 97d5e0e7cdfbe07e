import { useState } from 'preact/hooks'
import { matchKeysOf } from '../match-keys'
import { ROLE } from '../role'
import type { Row } from '../rows'

/** The match keys of an event: those it has, and why the others may be missing. */
export function MatchKeyList({ row }: { row: Row }) {
  const keys = matchKeysOf(row.source)
  const present = keys.filter(({ name }) => row.matchKeys.includes(name))
  const missing = keys.filter(({ name }) => !row.matchKeys.includes(name))
  const [chosen, setChosen] = useState<string>()
  const explained = missing.find(({ name }) => name === chosen) ?? missing[0]
  return (
    <section class="match-key-list">
      <h3>
        Match keys <span class="note">{`${present.length} of ${keys.length}`}</span>
      </h3>
      <p>TikTok matches the event to a person by these values. The more keys it has, the more likely the match.</p>
      {present.length > 0 && (
        <ul class="present" aria-label="In this event">
          {present.map(({ name, label }) => (
            <li key={name}>{label}</li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <>
          <h4>Missing</h4>
          <ul class="missing" aria-label="Missing from this event">
            {missing.map(({ name, label }) => (
              <li key={name}>
                <button
                  type="button"
                  aria-pressed={name === explained?.name}
                  onClick={() => {
                    setChosen(name)
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
          <div class="why" aria-live="polite">
            <p>
              <b>{explained?.label}:</b> {explained?.whyMissing}
            </p>
            <p>{whereToLook(row)}</p>
          </div>
        </>
      )}
    </section>
  )
}

function whereToLook({ source }: Row) {
  if (source === 'pixel') {
    return 'The Pixel gets match keys from identify calls and from the mapping. TikTok’s script itself adds the IP address, the user agent, the click ID and the cookie ID.'
  }
  if (ROLE === 'relay') return 'segment-tiktok preview shows the reason for each missing key.'
  return (
    <>
      A request does not show why a value is missing. Paste the Segment event into <a href="#try">Try an event</a> to
      see the reason for each missing key.
    </>
  )
}
