import type { LiveEntry } from '../../../src/sandbox/live-message'
import { rowsOf } from '../../../src/sandbox/page/rows'
import { HASH } from '../post'

const entryOf = (via: LiveEntry['via'], event: object): LiveEntry => ({
  position: 0,
  time: 0,
  via,
  root: { json: '{}' },
  events: [{ json: JSON.stringify(event) }],
  answer: { status: 200, code: 0 },
  byFault: false,
  fates: ['counted']
})

const matchKeys = (via: LiveEntry['via'], user: object) => rowsOf(entryOf(via, { user })).map((row) => row.matchKeys)

describe('phone_number', () => {
  test('is the phone of an event of the Pixel', () => {
    expect(matchKeys('pixel', { phone_number: '+14155552671' })).toStrictEqual([['phone']])
  })
  test('is not the phone of an event from a server, because the Events API does not know it', () => {
    expect(matchKeys('server', { phone_number: HASH })).toStrictEqual([['phone_number']])
    expect(matchKeys('server', { phone_number: HASH, phone: HASH })).toStrictEqual([['phone_number', 'phone']])
  })
})
