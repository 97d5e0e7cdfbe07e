import { purchase } from './post'

/** A purchase that is rejected, because its timestamp cannot be read. */
export const BAD_PURCHASE = purchase('bad', { timestamp: 'Tomato 5' })

/** The dead letter of this purchase, which the source `shop` sent to its destination `web` from this machine. */
export const BAD_LETTER = {
  time: expect.any(String) as string,
  source: 'shop',
  destination: 'web',
  status: 400,
  message: expect.stringContaining('Tomato 5') as string,
  event: { ...BAD_PURCHASE, context: { ip: '127.0.0.1' } }
}
