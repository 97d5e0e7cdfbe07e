import { describePage } from './open-page'
import { scrollThrough10000, stayResponsive } from './load'

describePage('many events, for longer', (pageTest) => {
  test('10,000 events need few rows in the document, and no row is blank', () => scrollThrough10000(pageTest, 200))

  test('the page stays responsive at 500 events a second', () => stayResponsive(pageTest, 20_000))
})
