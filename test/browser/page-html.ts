import { WRITE_KEY } from '../../local-site/cdn-settings'

const BUFFERED = ['page', 'track', 'identify', 'group', 'alias', 'reset', 'ready', 'on', 'once', 'addSourceMiddleware']

// Segment's snippet, shortened: calls wait in an array until analytics.js has loaded.
const snippet = (loadOptions: object) => `
  const analytics = window.analytics = Object.assign([], {
    _writeKey: ${JSON.stringify(WRITE_KEY)},
    _cdn: location.origin,
    _loadOptions: ${JSON.stringify(loadOptions)}
  })
  for (const method of ${JSON.stringify(BUFFERED)})
    analytics[method] = (...args) => { analytics.push([method, ...args]); return analytics }`

/** The parts of a test page besides analytics.js. */
export interface PageParts {
  /** HTML before analytics.js, e.g. a pixel of the page. */
  head?: string
  body?: string
  /** Calls on `analytics` that the page makes while it loads. */
  calls?: string
  /** The options for loading analytics.js. */
  loadOptions?: object
}

/** The HTML of a page with analytics.js. */
export function pageHtml({ head = '', body = '', calls = '', loadOptions = {} }: PageParts = {}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Test page</title>
${head}
<script>${snippet(loadOptions)}
  ${calls}
</script>
<script async src="/analytics.js/v1/${WRITE_KEY}/analytics.min.js"></script>
</head>
<body>${body}</body>
</html>`
}
