import { sha256 } from '../../../src/shared/identity/hash'
import { type EventChanges, purchase, run, specialOf } from '../../support/conversions'
import { useSandbox } from '../../support/use-sandbox'

const running = useSandbox()
const email = (address: string) => ({ user: { email: [sha256(address)] } })

describe('where the defaults find the person', () => {
  test.each<{ title: string; event: EventChanges; wanted: object }>([
    {
      title: 'properties first',
      event: { properties: { email: 'a@b' }, context: { traits: { email: 'c@d' } } },
      wanted: email('a@b')
    },
    {
      title: 'traits behind a blank',
      event: { properties: { email: '' }, context: { traits: { email: 'c@d' } } },
      wanted: email('c@d')
    },
    {
      title: 'traits behind null',
      event: { properties: { email: null }, context: { traits: { email: 'c@d' } } },
      wanted: email('c@d')
    },
    {
      title: 'several',
      event: { properties: { email: ['a@b', 'A@B', 'x', 'c@d'] } },
      wanted: { user: { email: [sha256('a@b'), sha256('c@d')] } }
    },
    {
      title: 'the user id',
      event: { userId: 'User', anonymousId: 'anonymous' },
      wanted: { user: { external_id: [sha256('User')] } }
    },
    {
      title: 'the anonymous id',
      event: { userId: '', anonymousId: 'anonymous' },
      wanted: { user: { external_id: [sha256('anonymous')] } }
    },
    {
      title: 'names of the spec',
      event: { context: { traits: { firstName: 'Ann', lastName: 'Lee' } } },
      wanted: { user: { first_name: sha256('ann'), last_name: sha256('lee') } }
    },
    {
      title: 'names in snake case first',
      event: { context: { traits: { first_name: 'Ann', firstName: 'Bea' } } },
      wanted: { user: { first_name: sha256('ann') } }
    },
    {
      title: 'the zip code of the spec',
      event: { context: { traits: { address: { postalCode: '80331' } } } },
      wanted: { user: { zip_code: sha256('80331') } }
    },
    {
      title: 'the address of the event first',
      event: {
        properties: { address: { city: 'Bonn' } },
        context: { traits: { address: { city: 'Köln', state: 'NW' } } }
      },
      wanted: { user: { city: 'bonn', state: 'nw' } }
    },
    {
      title: 'the click in the URL first',
      event: { properties: { ttclid: 'old' }, context: { page: { url: '/?ttclid=new' } } },
      wanted: { user: { ttclid: 'new' }, page: { url: '/?ttclid=new' } }
    },
    {
      title: 'the click of the event',
      event: { properties: { ttclid: 'old', ttp: 'cookie' }, context: { page: { url: '/?ttclid=' } } },
      wanted: { user: { ttclid: 'old', ttp: 'cookie' }, page: { url: '/?ttclid=' } }
    },
    {
      title: 'what the Pixel added',
      event: { properties: { ttclid: '' }, integrations: { 'Tiktok Conversions': { ttclid: 'added', ttp: 'cookie' } } },
      wanted: { user: { ttclid: 'added', ttp: 'cookie' } }
    },
    {
      title: 'click IDs under the name since 2024',
      event: { integrations: { 'TikTok Conversions': { ttclid: 'added', ttp: 'cookie' } } },
      wanted: { user: { ttclid: 'added', ttp: 'cookie' } }
    },
    {
      title: 'click IDs under our own name first',
      event: { integrations: { 'TikTok Conversions': { ttclid: 'b' }, 'Tiktok Conversions': { ttclid: 'a' } } },
      wanted: { user: { ttclid: 'a' } }
    },
    {
      title: 'click IDs under the name since 2024 if our own is just on',
      event: { integrations: { 'TikTok Conversions': { ttclid: 'b' }, 'Tiktok Conversions': true } },
      wanted: { user: { ttclid: 'b' } }
    },
    {
      title: 'nothing in an integration that is off',
      event: { integrations: { 'Tiktok Conversions': false } },
      wanted: {}
    },
    {
      title: 'nothing in an integration that is just on',
      event: { integrations: { 'Tiktok Conversions': true } },
      wanted: {}
    }
  ])('$title', async ({ event, wanted }) => {
    await run(running.sandbox, purchase({ userId: null, ...event }))
    expect(specialOf(running.sandbox)).toStrictEqual(wanted)
  })
})
