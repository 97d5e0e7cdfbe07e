// Loaded with `node --require`. It sends requests for TikTok to the sandbox, so that the code of a guide runs unchanged.
const http = require('node:http')
const https = require('node:https')
const { URL } = require('node:url')

const { hostname, port } = new URL(process.env.SANDBOX)
const request = https.request
https.request = (options, ...rest) =>
  options.hostname === 'business-api.tiktok.com'
    ? http.request({ ...options, protocol: 'http:', host: hostname, hostname, port }, ...rest)
    : request(options, ...rest)
