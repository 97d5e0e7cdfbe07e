import { AnalyticsBrowser } from '@segment/analytics-next'
import { WRITE_KEY } from '../../../local-site/cdn-settings'
import { asItem, catalog, CURRENCY, money, type Product } from './catalog'
import { checkoutForm, type Customer } from './checkout-form'
import { button, byId, element } from './element'
import { showCalls } from './panel'
import { variantLinks, variantResult, stampConsent } from './variants'
import { waitForStandIn } from './stand-in'
import { showSteps, type Step } from './steps'

const analytics = new AnalyticsBrowser()
const cart: Product[] = []
let hasStarted = false

const total = () => cart.reduce((sum, { price }) => sum + price, 0)
const order = () => ({ value: total(), currency: CURRENCY, products: cart.map((product) => asItem(product)) })

/** Shows a page of the shop, moves the focus to its heading and reports the page view. */
function show(step: Step, title: string, ...content: Node[]): void {
  showSteps(byId('steps'), step)
  const heading = element('h2', { textContent: title, tabIndex: -1 })
  byId('view').replaceChildren(heading, ...content)
  if (hasStarted) heading.focus()
  hasStarted = true
  void analytics.page(title)
}

/** Shows the page in the URL. */
function showCurrent(): void {
  const [, page, id] = location.hash.split('/')
  const product = catalog.find(({ product_id }) => product_id === id)
  if (page === 'product' && product) showProduct(product)
  else if (page === 'cart') showCart()
  else if (page === 'checkout' && cart.length > 0) showCheckout()
  else if (page === 'thanks') showThanks()
  else showCatalog()
}

/** Creates a function that goes to another page and adds an entry to the browser's history. */
const go = (path: string) => () => {
  location.hash = path
}

function showCatalog(): void {
  const cards = catalog.map((product) => {
    const view = button('View', go(`/product/${product.product_id}`))
    view.ariaLabel = `View ${product.name}`
    return element('article', {}, [...aboutProduct(product), view])
  })
  show('View', 'For the hills', element('div', { className: 'cards' }, cards))
}

function showProduct(product: Product): void {
  const add = () => {
    cart.push(product)
    void analytics.track('Product Added', { ...asItem(product), currency: CURRENCY })
    go('/cart')()
  }
  const actions = [button('Add to cart', add, 'primary'), button('Back', go('/'))]
  show('View', product.name, element('article', { className: 'wide' }, aboutProduct(product)), ...actions)
  void analytics.track('Product Viewed', { ...asItem(product), currency: CURRENCY })
}

function showCart(): void {
  const lines = cart.map(({ name, price }) => element('li', {}, [element('span', { textContent: name }), money(price)]))
  const sum = element('li', { className: 'sum' }, [element('span', { textContent: 'Total' }), money(total())])
  const actions = [button('Check out', go('/checkout'), 'primary'), button('Continue shopping', go('/'))]
  show('Cart', 'Your cart', element('ul', { className: 'cart' }, [...lines, sum]), ...actions)
}

function showCheckout(): void {
  show('Checkout', 'Checkout', checkoutForm(`Order for ${money(total())}`, complete))
  void analytics.track('Checkout Started', order())
}

function complete(customer: Customer): void {
  void analytics.identify('customer-7', { ...customer })
  void analytics.track('Order Completed', { order_id: `FW-${Date.now()}`, ...order() }, { traits: { ...customer } })
  cart.length = 0
  go('/thanks')()
}

function showThanks(): void {
  const text = element('p', { textContent: 'Your order is on its way.' })
  show('Order', 'Thank you!', text, button('Shop again', go('/')))
}

function aboutProduct({ picture, name, category, price }: Product): Node[] {
  return [
    element('div', {
      className: 'picture',
      innerHTML: `<svg viewBox="0 0 48 48" aria-hidden="true"><path fill-rule="evenodd" d="${picture}"/></svg>`
    }),
    element('h3', { textContent: name }),
    element('p', { textContent: `${category} · ${money(price)}` })
  ]
}

showCalls(byId('calls'), byId('state'))
byId('variants').append(...variantLinks())
byId('result').textContent = variantResult()
// The stand-in for TikTok's script posts each event to this URL of the sandbox.
window.__tiktokUrl = `${byId('sandbox').getAttribute('href') ?? ''}pixel/event/`
void analytics.addSourceMiddleware(stampConsent)
addEventListener('hashchange', showCurrent)
showCurrent()
waitForStandIn().then(
  () => {
    analytics.load({ writeKey: WRITE_KEY, cdnURL: location.origin })
  },
  (error: unknown) => {
    byId('state').textContent = String(error)
  }
)
