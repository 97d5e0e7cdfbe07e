import { build } from '../../support/build'

const urlOf = (url: unknown) => build({ url }).page?.url

test.each([
  {
    title: 'an address',
    url: 'https://x.com/done?email=ann@example.com&a=1',
    sent: 'https://x.com/done?email=removed&a=1'
  },
  { title: 'an encoded address', url: '/?e=ann.lee%2B1%40example.com#top', sent: '/?e=removed#top' },
  { title: 'a phone number', url: 'https://x.com/?phone=+14155552671&b=2', sent: 'https://x.com/?phone=removed&b=2' },
  { title: 'an encoded phone number', url: 'https://x.com/?p=%2B49151-12345678', sent: 'https://x.com/?p=removed' },
  { title: 'an address behind the hash', url: 'https://x.com/#/u?e=a@b.c', sent: 'https://x.com/#/u?e=removed' }
])('$title in the query of the page is removed', ({ url, sent }) => {
  expect(urlOf(url)).toBe(sent)
})

test.each([
  'https://x.com/',
  'https://medium.example/@ann/post?utm_source=tiktok&q=blue+shoes+42',
  'https://x.com/photos/120@N01/?order=14155552671&ttclid=E.C.P.a-b_c',
  '/relative?a=1+2',
  'not a url'
])('%s stays as it is', (url) => {
  expect(urlOf(url)).toBe(url)
})

test('the referrer is treated alike', () => {
  expect(build({ referrer: 'https://mail.example/?to=ann@example.com' }).page).toStrictEqual({
    referrer: 'https://mail.example/?to=removed'
  })
})

test('a click id next to an address is still found', () => {
  expect(build({ url: 'https://x.com/?e=a@b.c&ttclid=C1' })).toMatchObject({
    user: { ttclid: 'C1' },
    page: { url: 'https://x.com/?e=removed&ttclid=C1' }
  })
})
