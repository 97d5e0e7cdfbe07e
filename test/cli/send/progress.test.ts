import { progressLine } from '../../../src/cli/send/progress'

describe('progressLine', () => {
  const text = '100,505 delivered · 2,200 rejected · 12,453 events/s · 3 min 4 s left'

  it('has a bar of 20 characters on a wide terminal', () => {
    expect(progressLine(0.5, text, 140)).toBe(`${'█'.repeat(10)}${'░'.repeat(10)} ${text}`)
  })

  it('shortens the bar so that the text fits, and the last column stays free', () => {
    const line = progressLine(0.5, text, 80)
    expect(line).toBe(`████░░░░░ ${text}`)
    expect(line).toHaveLength(79)
  })

  it('has no bar on a terminal that is too narrow for it', () => {
    expect(progressLine(0.5, text, 75)).toBe(text)
  })
})
