import { build } from '../../support/build'

test('the URL and the referrer are cleaned alike', () => {
  const page = { url: 'https://x.com/?e=ann@example.com', referrer: 'https://mail.example/?to=ann@example.com' }
  expect(build(page).page).toStrictEqual({
    url: 'https://x.com/?e=removed',
    referrer: 'https://mail.example/?to=removed'
  })
})

test('a click ID beside an email address is still found', () => {
  expect(build({ url: 'https://x.com/?e=a@b.c&ttclid=C1' })).toMatchObject({
    user: { ttclid: 'C1' },
    page: { url: 'https://x.com/?e=removed&ttclid=C1' }
  })
})
