import { WRITE_KEY } from '../../local-site/cdn-settings'

const BUFFERED = ['page', 'track', 'identify', 'group', 'alias', 'reset', 'ready', 'on', 'once', 'addSourceMiddleware']

// Segment's snippet, cut down: calls wait in an array until analytics.js takes it over.
const snippet = (loadOptions: object) => `
  const analytics = window.analytics = Object.assign([], {
    _writeKey: ${JSON.stringify(WRITE_KEY)},
    _cdn: location.origin,
    _loadOptions: ${JSON.stringify(loadOptions)}
  })
  for (const method of ${JSON.stringify(BUFFERED)})
    analytics[method] = (...args) => { analytics.push([method, ...args]); return analytics }`

/** What a test page holds besides analytics.js. */
export interface PageParts {
  /** Before analytics.js: a pixel of the page's own, for example. */
  head?: string
  body?: string
  /** Calls on `analytics` that the page makes while it loads. */
  calls?: string
  /** What the page hands to analytics.js when it loads it. */
  loadOptions?: object
}

/** A page with analytics.js on it. */
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
