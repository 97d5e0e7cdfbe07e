import type { DestinationDefinition } from '@segment/actions-core'
import { type ExampleDestination, examplesOf, subscriptionOf } from '../../../examples'
import { tiktokConversions, tiktokOfflineConversions } from '../../../src'
import { explain, type ExplainedMapping, type ExplainedValue } from '../../../src/runtime'
import type { Reason } from '../../../src/shared/reason'
import { purchase, SETTINGS } from '../../support/conversions'
import { growthOf } from '../../support/growth'
import vectors from '../../vectors.json'

const NOW = Date.parse('2026-11-20T12:00:00Z')

function explained(changes: object, settings: object = {}, options: object = {}): ExplainedMapping {
  const event = { ...purchase(), ...changes }
  const { mappings } = explain(tiktokConversions, event, { ...SETTINGS, ...settings }, { now: NOW, ...options })
  const [mapping] = mappings
  if (mapping === undefined) throw new TypeError('no subscription matches the event')
  return mapping
}

function valueOf(mapping: ExplainedMapping, field: string): ExplainedValue | undefined {
  return mapping.values.find((value) => value.field === field)
}

/** Values that are changed or left out without a reason. */
function unexplained({ values }: ExplainedMapping): ExplainedValue[] {
  return values.filter(({ given, sent, reason, remedy }) => given !== sent && (!reason || !remedy))
}

describe('every value that is changed or left out has a reason', () => {
  interface Row {
    input: string
    country?: string
    normalised: string | null
  }
  /** Where the default mapping reads each kind of value. */
  const kinds: Record<string, [string, (input: string) => object]> = {
    email: ['email', (email) => ({ email })],
    phone: ['phone_number', (phone) => ({ phone })],
    external_id: ['external_id', () => ({})],
    first_name: ['first_name', (first_name) => ({ first_name })],
    last_name: ['last_name', (last_name) => ({ last_name })],
    city: ['address.city', (city) => ({ address: { city } })],
    state: ['address.state', (state) => ({ address: { state } })],
    country: ['address.country', (country) => ({ address: { country } })],
    zip_code: ['address.zip_code', (postal_code) => ({ address: { postal_code } })]
  }
  const rows = Object.entries({ ...vectors.hashed, ...vectors.plain }).flatMap(([kind, all]) =>
    (all as Row[]).map((row) => [kind, row] as const)
  )

  it('has rows of every kind', () => {
    expect(new Set(rows.map(([kind]) => kind))).toStrictEqual(new Set(Object.keys(kinds)))
  })

  it.each(rows)('vectors.json: %s %j', (kind, { input, country, normalised }) => {
    const [field, traitsOf] = kinds[kind] ?? ['', () => ({})]
    const traits = traitsOf(input) as { address?: object }
    const address = { ...(country !== undefined && { country }), ...traits.address }
    const mapping = explained({
      ...(kind === 'external_id' && { userId: input }),
      context: { traits: { ...traits, address } }
    })
    const value = valueOf(mapping, field)
    expect(unexplained(mapping)).toStrictEqual([])
    expect(value?.sent === undefined).toBe(normalised === null)
    if (value?.sent !== undefined && kind in vectors.plain) expect(value.sent).toBe(normalised)
  })

  const cases: [ExampleDestination, DestinationDefinition<never>, object][] = [
    ['tiktok-conversions', tiktokConversions, SETTINGS],
    ['tiktok-offline-conversions', tiktokOfflineConversions, { accessToken: 'token', eventSetID: 'OFFLINE' }]
  ]
  const examples = cases.flatMap(([name, definition, settings]) =>
    examplesOf(name).map((example) => [`${name}/${example.name}`, example, definition, settings] as const)
  )

  it.each(examples)('examples/%s', (_, example, definition, settings) => {
    const own = subscriptionOf(example)
    const { mappings, nearest, messageId } = explain(
      definition,
      example.event,
      { ...settings, ...example.settings } as never,
      { now: NOW, ...(own.length > 0 && { subscriptions: own }) }
    )
    expect(messageId).toBe(example.event.messageId)
    expect(mappings.flatMap(unexplained)).toStrictEqual([])
    if (example.sent !== undefined) {
      expect(mappings.filter(({ error }) => error === undefined)).toHaveLength(example.sent.length)
    }
    if (mappings.length === 0) expect(nearest).toHaveLength(3)
  })
})

describe('a value is shown with its path and its result', () => {
  it('names the path that was read', () => {
    const mapping = explained({
      context: { traits: { email: ' MIA@example.de ', phone: '12' } },
      properties: { revenue: 12.5, currency: 'eur', products: [{ product_id: 'p1', price: '5' }] }
    })
    expect(valueOf(mapping, 'email')).toStrictEqual({
      field: 'email',
      from: 'context.traits.email',
      given: ' MIA@example.de ',
      sent: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      reason: 'The value is normalised and sent as its SHA-256 hash.',
      remedy: 'No action is needed: TikTok matches people by these hashes.'
    })
    expect(valueOf(mapping, 'phone_number')).toStrictEqual({
      field: 'phone_number',
      from: 'context.traits.phone',
      given: '12',
      reason: 'The value holds no phone number.',
      remedy: 'Map a phone number in E.164, e.g. +14155552671.'
    })
    expect(valueOf(mapping, 'value')).toStrictEqual({
      field: 'value',
      from: 'properties.revenue',
      given: 12.5,
      sent: 12.5
    })
    expect(valueOf(mapping, 'currency')).toMatchObject({
      given: 'eur',
      sent: 'EUR',
      reason: 'A currency is sent in upper case.'
    })
    expect(valueOf(mapping, 'contents[0].price')).toMatchObject({
      from: 'properties.products[0].price',
      given: '5',
      sent: 5
    })
    expect(valueOf(mapping, 'first_name')).toMatchObject({
      from: 'properties.first_name or context.traits.first_name or context.traits.firstName',
      reason: 'The event has no value here, or a blank one.'
    })
  })

  it('shows the request that would be sent', () => {
    const { request } = explained({ properties: { value: 5, currency: 'EUR' } })
    expect(request).toStrictEqual({
      event_source: 'web',
      event_source_id: 'SANDBOX_PIXEL',
      partner_name: 'Segment',
      data: [
        {
          event: 'CompletePayment',
          event_time: 1795089600,
          event_id: 'message-1',
          user: { external_id: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
          properties: { value: 5, currency: 'EUR' },
          limited_data_use: false
        }
      ]
    })
  })

  it('returns the error of a refused event', () => {
    const { error, request, warnings } = explained({ timestamp: 'Tomato 5' })
    expect(error).toContain('Event Timestamp (timestamp) is "Tomato 5".')
    expect([request, warnings]).toStrictEqual([undefined, []])
  })

  it('gives the refusal of an event as the reason for its other values', () => {
    const traits = { email: 'ada@example.com', first_name: 'Ada', address: { city: 'Berlin', country: 'DE' } }
    const mapping = explained({ timestamp: 'Tomato 5', context: { traits } })
    for (const field of ['email', 'first_name', 'address.city', 'address.country']) {
      expect([field, valueOf(mapping, field)?.reason]).toStrictEqual([field, 'The whole event is refused.'])
    }
  })

  it('reads the result of a root directive and does not treat the directive as a field', () => {
    const root = { '@transform': { apply: { buyer: { '@path': '$.context.traits' } } } }
    const mapping = { event: 'Lead', email: { '@path': '$.buyer.email' }, __segment_internal_directive: root }
    const { values } = explained(
      { context: { traits: { email: 'Ada@Example.com' } } },
      {},
      { subscriptions: [{ subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }] }
    )
    const mapped = values.filter(({ given }) => given !== undefined)
    expect(mapped.map(({ field, given, from }) => [field, given, from])).toStrictEqual([
      ['event', 'Lead', undefined],
      ['email', 'Ada@Example.com', 'buyer.email']
    ])
    expect(values.filter(({ field }) => field.startsWith('__'))).toStrictEqual([])
  })

  it('returns an error for a value that is not an event', () => {
    const { mappings } = explain(tiktokConversions, null, SETTINGS)
    expect(mappings.map(({ error }) => error)).toStrictEqual([
      'This is not an event. An event is an object, e.g. { type: "track", event: "Order Completed" }.'
    ])
  })

  it('names the nearest triggers for an event that no subscription matches', () => {
    const { nearest } = explain(tiktokConversions, { type: 'track', event: 'order completed' }, SETTINGS)
    expect(nearest?.[0]).toStrictEqual({
      name: 'Complete Payment',
      subscribe: 'event = "Order Completed"',
      failed: ['event is "order completed"; the trigger says = "Order Completed"']
    })
  })
})

describe('warnings', () => {
  const warned = (changes: object, mapping?: object): readonly Reason[] => {
    const own = { subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping: mapping ?? {} }
    return explained(changes, {}, mapping && { subscriptions: [own] }).warnings
  }
  const fixed = { event: 'Lead', event_id: '1', external_id: 'u', timestamp: '2026-11-20T12:00:00Z' }

  it('are absent for a correct event', () => {
    expect(warned({}, fixed)).toStrictEqual([])
  })

  it.each<[object, string, string]>([
    [
      { event_id: '' },
      'The event has no event ID, so TikTok cannot drop duplicates.',
      'Map the message ID to Event ID.'
    ],
    [
      { external_id: '' },
      'The event has no match key that identifies a person, so TikTok cannot match it.',
      'Map an email address, a phone number, an external ID or the click ID.'
    ],
    [
      { timestamp: '2026-10-20' },
      'The event is older than 28 days, and TikTok does not attribute older events.',
      'Send events soon after they happen.'
    ],
    [
      { timestamp: '2026-11-20T13:00:00Z' },
      'The time of the event is in the future.',
      'Check the clock that sets the timestamp, and its time zone.'
    ],
    [{ value: 5 }, 'The event has a value but no currency, so TikTok cannot count the value.', 'Map the currency.'],
    [{ currency: 'EURO' }, 'The currency is not an ISO 4217 code.', 'Map a three-letter code, e.g. USD.'],
    [
      { contents: [{ content_id: 'a', price: 5 }, { price: 5 }], currency: 'EUR' },
      'An item has no content ID, so TikTok cannot find it in the catalog.',
      "Map the item's ID in the catalog to Content ID."
    ],
    [
      { external_id: 'mia@example.de' },
      'The field external_id holds an email address or a phone number, which does not belong there.',
      'Map it to Email or Phone Number, where it is normalised and hashed as TikTok expects.'
    ],
    [
      { test_event_code: 'TEST' },
      'A test event code is set, so TikTok shows the event as a test and does not count it.',
      'Remove the test event code in production.'
    ],
    [
      { event: '1st order' },
      'The event name is invalid: TikTok allows up to 50 letters, digits, _ and -, starting with a letter.',
      'Map another name.'
    ],
    [
      { event: 'CompletePayment' },
      'TikTok shows the event as Purchase.',
      'Look for it under that name in TikTok Events Manager.'
    ]
  ])('are given for %j', (changes, reason, remedy) => {
    expect(warned({}, { ...fixed, ...changes })).toStrictEqual([{ reason, remedy }])
  })
})

/** Explains an event with a mapping that has these fields besides the name and the ID of the event. */
function explainedFields(fields: object, event: object, options: object = {}): ExplainedMapping {
  const mapping = { event: 'Lead', event_id: '1', external_id: 'u', ...fields }
  const subscriptions = [{ subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }]
  const { mappings } = explain(tiktokConversions, { type: 'track', ...event }, SETTINGS, { ...options, subscriptions })
  return mappings[0] as ExplainedMapping
}

it('explains the items after an empty one, which the framework removes', () => {
  const products = [null, { content_id: 'a', price: '5' }, '', { content_id: 'b' }]
  const mapping = explainedFields({ contents: { '@path': '$.products' } }, { products })
  expect(mapping.values.filter(({ field }) => field.startsWith('contents'))).toStrictEqual([
    {
      field: 'contents[0]',
      from: 'products[0]',
      given: null,
      reason: 'The event has no value here, or a blank one.',
      remedy: 'If the event holds the value elsewhere, map that field.'
    },
    { field: 'contents[1].content_id', from: 'products[1].content_id', given: 'a', sent: 'a' },
    {
      field: 'contents[1].price',
      from: 'products[1].price',
      given: '5',
      sent: 5,
      reason: 'The value is converted to the type of the field.',
      remedy: 'If the result is wrong, send the value in that type.'
    },
    {
      field: 'contents[2]',
      from: 'products[2]',
      given: '',
      reason: 'The event has no value here, or a blank one.',
      remedy: 'If the event holds the value elsewhere, map that field.'
    },
    { field: 'contents[3].content_id', from: 'products[3].content_id', given: 'b', sent: 'b' }
  ])
})

it('says that a field of the action has no such property', () => {
  const address = { street: 'Hauptstr. 1', geo: { lat: 1 }, city: 'köln' }
  const mapping = explainedFields({ address: { '@path': '$.address' } }, { address })
  expect(mapping.values.filter(({ given }) => given !== undefined).slice(3)).toStrictEqual([
    {
      field: 'address.street',
      from: 'address.street',
      given: 'Hauptstr. 1',
      reason: 'The action has no such field.',
      remedy: 'Correct the name of the field in the mapping, or remove it.'
    },
    {
      field: 'address.geo.lat',
      from: 'address.geo.lat',
      given: 1,
      reason: 'The action has no such field.',
      remedy: 'Correct the name of the field in the mapping, or remove it.'
    },
    {
      field: 'address.city',
      from: 'address.city',
      given: 'köln',
      sent: 'koln',
      reason: 'A place is sent in lower case, with letters and digits only.',
      remedy: 'No action is needed: TikTok matches places in this form.'
    }
  ])
})

it('redact hides every property of an address', () => {
  const address = { street: 'Hauptstr. 1', postalCode: '50667', lines: ['c/o Keller'] }
  const mapping = explainedFields({ address: { '@path': '$.address' } }, { address }, { redact: true })
  expect(mapping.values.flatMap(({ from, given }) => (from?.startsWith('address') ? [given] : []))).toStrictEqual([
    'place, 11 characters',
    'place, 5 characters',
    'place, 10 characters'
  ])
})

it('says that the click ID comes from the Page URL if no other is mapped', () => {
  const mapping = explainedFields({ ttclid: { '@path': '$.none' }, url: 'https://a.example/?ttclid=E.C.P' }, {})
  expect(valueOf(mapping, 'ttclid')).toStrictEqual({
    field: 'ttclid',
    from: 'none',
    sent: 'E.C.P',
    reason: 'No click ID is mapped, or the mapped one is blank, so the click ID in the Page URL is sent.',
    remedy: 'No action is needed.'
  })
})

it('shows the click ID in the Page URL even if the mapping has no click ID', () => {
  const mapping = explainedFields({ url: 'https://a.example/?ttclid=E.C.P' }, {})
  expect(valueOf(mapping, 'ttclid')).toStrictEqual({
    field: 'ttclid',
    sent: 'E.C.P',
    reason: 'No click ID is mapped, or the mapped one is blank, so the click ID in the Page URL is sent.',
    remedy: 'No action is needed.'
  })
})

describe('a refused event', () => {
  const refused = (fields: object) =>
    explainedFields(fields, {}).values.flatMap(({ field, given, reason }) =>
      given === undefined || ['event_id', 'external_id'].includes(field) ? [] : [[field, reason]]
    )
  const REFUSED = 'The whole event is refused.'

  it.each([
    ['by the validation', { value: '$5' }],
    ['by the action', { timestamp: 'Tomato 5' }]
  ])('has the refusal as the only reason for its usable values: refused %s', (_title, fault) => {
    const fields = {
      event: 'PageView',
      phone_number: '0151 12345678',
      address: { country: 'DE' },
      url: 'https://a.example/?ttclid=E&mail=mia@example.de',
      ttclid: 'old',
      content_type: 'product',
      content_ids: ['a'],
      event_source: 'web',
      event_spec_type: 'vehicle_fields',
      vehicle_fields: { mileage_value: 5, mileage_unit: 'KM' },
      ...fault
    }
    const others = ['event_spec_type', ...Object.keys(fault)]
    expect(refused(fields).filter(([field]) => !others.includes(String(field)))).toStrictEqual(
      [
        ...['event', 'phone_number', 'address.country', 'url', 'ttclid', 'content_type', 'content_ids[0]'],
        ...['event_source', 'vehicle_fields.mileage_value', 'vehicle_fields.mileage_unit']
      ].map((field) => [field, REFUSED])
    )
  })

  it('says that no country is known only if the address was read', () => {
    const fields = { phone_number: '0151 12345678' }
    const reasonOf = (fault: object) =>
      refused({ ...fields, ...fault }).find(([field]) => field === 'phone_number')?.[1]
    expect(reasonOf({ address: { country: 'FR' }, value: '$5' })).toBe(REFUSED)
    expect(reasonOf({ timestamp: 'Tomato 5' })).toBe('The number has no calling code, and no country is known for it.')
  })

  it('does not say of a CRM event that only CRM events may have a lead', () => {
    const lead = { event_source: 'crm', lead_fields: { lead_id: '1', lead_event_source: 'x' }, timestamp: 'Tomato 5' }
    expect(new Set(refused(lead).map(([, reason]) => reason))).toStrictEqual(new Set([REFUSED]))
  })

  it('says which of its values is unusable', () => {
    expect(refused({ email: 'none', phone_number: '12', timestamp: 'Tomato 5' })).toStrictEqual([
      ['event', REFUSED],
      ['email', 'The value is not an email address: it must have one @ with text on both sides, and no white space.'],
      ['phone_number', 'The value holds no phone number.'],
      ['timestamp', REFUSED]
    ])
  })
})

it.each([1000, 2000, 4000, 20_000])('does not throw for a value that is nested %d levels deep', (levels) => {
  let deep: unknown = 1
  for (let level = 0; level < levels; level++) deep = { a: deep }
  expect(explainedFields({ address: { '@path': '$.deep' } }, { deep })).toMatchObject({ name: 'type = "track"' })
})

it('checks subscriptions again for another definition', () => {
  const subscriptions = [{ subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping: { event: 'Lead' } }]
  const event = { type: 'track' }
  expect(explain(tiktokConversions, event, SETTINGS, { subscriptions }).mappings).toHaveLength(1)
  const settings = { accessToken: 'token', eventSetID: '1' }
  expect(() => explain(tiktokOfflineConversions, event, settings, { subscriptions })).toThrow(
    'subscriptions[0].partnerAction is reportWebEvent, which is not an action of TikTok Offline Conversions.'
  )
})

it.each([
  ['content IDs', (ids: string[]) => ({ content_ids: ids })],
  [
    'travel properties',
    (ids: string[]) => ({ event_spec_type: 'travel_fields', travel_fields: { destination_ids: ids } })
  ]
])('takes time that grows with the number of %s, not with its square', (_title, fieldsOf) => {
  const fields = new Map([200, 2000].map((length) => [length, fieldsOf(Array.from({ length }, (_, id) => `id-${id}`))]))
  expect(growthOf((length) => void explainedFields(fields.get(length) ?? {}, {}), 200)).toBeLessThan(20)
})

it('redact shows the kind and length of personal data and the first 8 digits of hashes', () => {
  const secrets = ['mia.keller@example.de', '+4915112345678', 'Keller', '93.184.216.34', 'user-1', 'Köln']
  const event = {
    ...purchase(),
    context: {
      ip: '93.184.216.34',
      traits: { email: secrets[0], phone: secrets[1], last_name: 'Keller', address: { city: 'Köln' } },
      page: { url: 'https://shop.example/?mail=mia.keller@example.de' }
    }
  }
  const explanation = explain(tiktokConversions, event, SETTINGS, { now: NOW, redact: true })
  const text = JSON.stringify(explanation)
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/[0-9a-f]{12}/)
  const [mapping] = explanation.mappings
  expect(mapping?.values.find(({ field }) => field === 'email')).toMatchObject({
    given: 'email, 21 characters',
    sent: expect.stringMatching(/^[0-9a-f]{8}…$/) as string
  })
})
