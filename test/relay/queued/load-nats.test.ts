import { loadNats } from '../../../src/relay/queued/load-nats'

jest.mock('@nats-io/jetstream', () => {
  throw Object.assign(new Error("Cannot find module '@nats-io/jetstream'"), { code: 'MODULE_NOT_FOUND' })
})

it('says what to install when the client of NATS is missing, under npx too', async () => {
  await expect(loadNats()).rejects.toThrow(
    [
      "The queued mode needs NATS's client. Install it:",
      '  npm install @nats-io/transport-node@3 @nats-io/jetstream@3',
      'or, with npx:',
      '  npx -p segment-tiktok-destinations -p @nats-io/transport-node@3 -p @nats-io/jetstream@3 segment-tiktok relay …'
    ].join('\n')
  )
})
