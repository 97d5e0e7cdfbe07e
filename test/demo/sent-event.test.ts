import { sentEvent } from '../../demo/sent-event'

describe('sentEvent', () => {
  it('returns the name and the match keys under short names, each once', () => {
    const user = {
      email: ['hash'],
      phone: ['hash', 'other hash'],
      external_id: ['hash'],
      first_name: 'hash',
      last_name: 'hash',
      city: 'berlin',
      country: 'de',
      zip_code: 'hash',
      ttclid: 'E.C.P',
      ttp: 'cookie',
      ip: '192.0.2.1',
      user_agent: 'Mozilla/5.0',
      locale: 'de-DE'
    }
    expect(sentEvent({ data: [{ event: 'Contact', user }] })).toStrictEqual({
      event: 'Contact',
      matchKeys: ['email', 'phone×2', 'ext_id', 'name', 'place', 'zip', 'ttclid', 'ttp', 'ip', 'ua']
    })
  })

  it('counts the lead ID, not the name of the CRM system', () => {
    const lead = { lead_id: '7', lead_event_source: 'HubSpot' }
    expect(sentEvent({ data: [{ event: 'Lead', lead }] })).toStrictEqual({ event: 'Lead', matchKeys: ['lead_id'] })
  })

  it.each([[undefined], ['text'], [{ data: [] }], [{ data: [{ event: 'a' }, { event: 'b' }] }]])(
    'returns undefined for %j',
    (body) => {
      expect(sentEvent(body)).toBeUndefined()
    }
  )
})
