// A server that answers like the Events API after a latency, and counts requests and events. It has its own process, so
// that its work is not measured.
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers'

const ANSWER = '{"code":0,"message":"OK","request_id":"20261120120000123456789012","data":{}}'

let requests = 0
let events = 0
/** In milliseconds. */
let latency = 0

const server = createServer((request, response) => {
  if (request.url === '/count') {
    response.end(JSON.stringify({ requests, events }))
    requests = 0
    events = 0
    return
  }
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    requests += 1
    events += JSON.parse(Buffer.concat(chunks).toString()).data.length
    response.setHeader('Content-Type', 'application/json')
    const answer = () => response.end(ANSWER)
    // Even a timer of 0 would take a millisecond.
    if (latency === 0) answer()
    else setTimeout(answer, latency)
  })
})

server.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
process.on('message', (message) => {
  latency = message.latency
})
// The channel closes when the parent process ends.
process.on('disconnect', () => process.exit())
