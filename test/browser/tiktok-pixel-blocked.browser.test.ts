import { describeInChromium } from './describe-in-chromium'
import { eventually } from './eventually'
import { pixelDestination, presets } from '../../local-site/pixel-destination'
import { endVisit, scriptOf, visitPixelPage, type VisitOptions, type PixelVisit } from './pixel-visit'

describeInChromium('a Pixel that cannot work', (browser) => {
  let visit: PixelVisit

  const begin = async (options?: VisitOptions) => {
    visit = await visitPixelPage(browser(), options)
  }

  afterEach(() => endVisit(visit))

  test('useExistingPixel without a pixel: nothing is loaded, one warning is logged, and the page works', async () => {
    await begin({ destination: pixelDestination({ useExistingPixel: true }) })
    await visit.track('Callback Started')
    await visit.track('Signed Up')
    expect(visit.tiktokScripts).toStrictEqual([])
    await eventually(() => {
      expect(visit.console).toStrictEqual([
        'warning: TikTok Pixel: the page has not loaded this pixel yet; events are lost until it does'
      ])
    })
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t', '/v1/t'])
    })
  })

  test('without an enabled mapping nothing is loaded, one warning is logged, and the page works', async () => {
    const disabled = presets.map((preset) => ({ ...preset, enabled: false }))
    await begin({ destination: pixelDestination({}, disabled) })
    await visit.track('Callback Started')
    expect(visit.tiktokScripts).toStrictEqual([])
    await eventually(() => {
      expect(visit.console).toStrictEqual(['warning: TikTok Pixel: no mapping is enabled, so nothing is reported'])
    })
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t'])
    })
  })

  test("a policy that blocks TikTok's script: one warning is logged, and the page works", async () => {
    await begin({ policy: "script-src 'self' 'unsafe-inline'" })
    await visit.track('Callback Started')
    await visit.track('Signed Up')
    expect(visit.tiktokScripts).toStrictEqual([])
    await eventually(() => {
      expect(visit.console.filter((line) => line.startsWith('error: ') && line.includes(scriptOf('C1')))).toHaveLength(
        1
      )
    })
    await eventually(() => {
      expect(visit.warnings()).toStrictEqual(["warning: TikTok Pixel: off: TikTok's script was blocked"])
    })
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t', '/v1/t'])
    })
  })

  test('a network that blocks the script: one warning is logged, and the page works', async () => {
    await begin({ tiktok: 'unreachable' })
    await visit.track('Callback Started')
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([scriptOf('C1')])
    })
    await eventually(() => {
      expect(visit.warnings()).toStrictEqual(["warning: TikTok Pixel: off: TikTok's script was blocked"])
    })
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t'])
    })
  })

  test('a page whose trusted types policy allows only its own scripts: one warning is logged, and the page works', async () => {
    const head = `<script>
      trustedTypes.createPolicy('default', {
        createScriptURL: (url) => new URL(url, location.href).origin === location.origin ? url : null
      })
    </script>`
    await begin({ head, policy: "require-trusted-types-for 'script'" })
    await visit.track('Callback Started')
    expect(visit.tiktokScripts).toStrictEqual([])
    expect(visit.warnings()).toStrictEqual([
      expect.stringMatching(/^warning: TikTok Pixel: off: TypeError: .*TrustedScriptURL/)
    ])
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t'])
    })
  })
})
