import { describeInChromium } from './describe-in-chromium'
import { eventually } from './eventually'
import { pixelDestination } from '../../local-site/pixel-destination'
import { scriptOf, visitPixelPage, type Beginning, type PixelVisit } from './pixel-visit'

describeInChromium('a Pixel that cannot work', (browser) => {
  let visit: PixelVisit

  const begin = async (beginning?: Beginning) => {
    visit = await visitPixelPage(browser(), beginning)
  }

  afterEach(async () => {
    expect(visit.pageErrors).toStrictEqual([])
    expect(visit.sentElsewhere).toStrictEqual([])
    await visit.close()
  })

  test('useExistingPixel without a pixel: nothing is loaded, the console says so once, the page works on', async () => {
    await begin({ destination: pixelDestination({ useExistingPixel: true }) })
    await visit.track('Callback Started')
    await visit.track('Signed Up')
    expect(visit.tiktokScripts).toStrictEqual([])
    await eventually(() => {
      expect(visit.console).toStrictEqual(['warning: TikTok Pixel: no such pixel yet'])
    })
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t', '/v1/t'])
    })
  })

  test("a policy that blocks TikTok's script: the failure is visible, the page works on", async () => {
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
      expect(visit.warnings()).toStrictEqual(['warning: TikTok Pixel: off, script blocked'])
    })
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t', '/v1/t'])
    })
  })

  test('a network that does not let the script through: the same', async () => {
    await begin({ tiktok: 'unreachable' })
    await visit.track('Callback Started')
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([scriptOf('C1')])
    })
    await eventually(() => {
      expect(visit.warnings()).toStrictEqual(['warning: TikTok Pixel: off, script blocked'])
    })
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t'])
    })
  })

  test('a page that requires trusted types and trusts itself alone: the same', async () => {
    const head = `<script>
      trustedTypes.createPolicy('default', {
        createScriptURL: (url) => new URL(url, location.href).origin === location.origin ? url : null
      })
    </script>`
    await begin({ head, policy: "require-trusted-types-for 'script'" })
    await visit.track('Callback Started')
    expect(visit.tiktokScripts).toStrictEqual([])
    expect(visit.warnings()).toStrictEqual([
      expect.stringMatching(/^warning: TikTok Pixel: off, TypeError: .*TrustedScriptURL/)
    ])
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/t'])
    })
  })
})
