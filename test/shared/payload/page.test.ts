import { build } from '../../support/build'

test('cleans the URL and the referrer in the same way', () => {
  const page = { url: 'https://x.com/?e=ann@example.com', referrer: 'https://mail.example/?to=ann@example.com' }
  expect(build(page).page).toStrictEqual({
    url: 'https://x.com/?e=removed',
    referrer: 'https://mail.example/?to=removed'
  })
})

test('finds a click ID next to an email address', () => {
  expect(build({ url: 'https://x.com/?e=a@b.c&ttclid=C1' })).toMatchObject({
    user: { ttclid: 'C1' },
    page: { url: 'https://x.com/?e=removed&ttclid=C1' }
  })
})
