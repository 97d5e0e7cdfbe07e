import pc from 'picocolors'
import { showStatus } from '../../../src/cli/relay/show-status'
import { openTerminal } from '../../../src/cli/terminal'

test('the table of the queued mode fits on a terminal of 80 columns', () => {
  const destination = {
    source: 'warehouse',
    destination: 'web-events',
    depth: 123_456,
    oldest: 40_000,
    paused: 'rate limited',
    deadLetters: 12_345,
    storage: { bytes: 123_456_789, maxBytes: 1e9 }
  }
  const text = showStatus(
    {
      mode: 'queued',
      relay: { origin: 'http://127.0.0.1:8080', isReachable: true, problem: null },
      queueProblem: null,
      destinations: [destination],
      deadLetters: { count: 3, bytes: 1e6, maxBytes: 1e9 }
    },
    { ...openTerminal(), width: 80, colours: pc.createColors(false) }
  )
  const [row = ''] = text.split('\n').filter((line) => line.startsWith('warehouse/'))
  expect(row).toBe('warehouse/web-events  123,456  11 h 6 min  rate limited  12,345  123.5 MB (12 %)')
  expect(row.length).toBeLessThanOrEqual(80)
})
