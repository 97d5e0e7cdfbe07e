/** A product in the format of Segment's e-commerce spec. */
export interface Product {
  product_id: string
  sku: string
  name: string
  category: string
  brand: string
  price: number
  /** The path data of its picture, an SVG of 48 by 48 pixels. */
  picture: string
}

/** The products of the shop. */
export const catalog: Product[] = [
  {
    product_id: '1001',
    sku: 'FW-TENT-2',
    name: 'Ridgeline 2 tent',
    category: 'Camping',
    brand: 'Fellwind',
    price: 249.5,
    picture: 'M24 8 46 40H2Zm0 13 9 19H15Z'
  },
  {
    product_id: '1002',
    sku: 'FW-PACK-45',
    name: 'Corrie 45 pack',
    category: 'Packs',
    brand: 'Fellwind',
    price: 139,
    picture: 'M13 17a11 11 0 0 1 22 0v20a5 5 0 0 1-5 5H18a5 5 0 0 1-5-5Zm5 8h12v9H18Z'
  },
  {
    product_id: '1003',
    sku: 'FW-BOOT-7',
    name: 'Scree boots',
    category: 'Footwear',
    brand: 'Fellwind',
    price: 189.95,
    picture: 'M13 8h12v15c4 4 15 4 17 10v7H10V22Z'
  }
]

/** The currency of all prices. */
export const CURRENCY = 'EUR'

/** Formats a price. */
export const money = (amount: number) =>
  new Intl.NumberFormat('en-IE', { style: 'currency', currency: CURRENCY }).format(amount)

/** Converts a product to its form in events. */
export const asItem = ({ picture: _picture, ...item }: Product, quantity = 1) => ({ ...item, quantity })
