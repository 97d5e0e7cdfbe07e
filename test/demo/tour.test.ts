import { tour } from '../../demo/tour'

it('the tour fits on a terminal of 80 columns', async () => {
  let output = ''
  const code = await tour(
    (text) => {
      output += text
    },
    { COLUMNS: '80' }
  )
  expect(output.split('\n').filter((line) => line.length > 80)).toStrictEqual([])
  expect(code).toBe(0)
})

it('the tour succeeds within 100 columns and about 60 lines and shows only example people', async () => {
  let output = ''
  const code = await tour((text) => {
    output += text
  })
  const lines = output.split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(lines.length).toBeLessThanOrEqual(65)
  expect(output).toContain('✓ Complete Payment → CompletePayment')
  expect(output).toMatch(/Delivered +\d+\n/)
  expect(output).toMatch(/Try next:\n {2}npx segment-tiktok preview/)
  expect(output).not.toContain('sandbox-token')
  expect(code).toBe(0)
})
