import * as v from 'valibot'
import { isRecord } from '../shared/coerce'
import type { FixedFault } from './fault'

const status = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))
const STATUSES_WITHOUT_BODY = [204, 205, 304]
const accept = v.exactOptional(v.boolean())

const codeFault = v.strictObject({
  code: v.pipe(v.number(), v.integer()),
  message: v.exactOptional(v.string()),
  // An answer without a body cannot contain the code.
  status: v.exactOptional(v.pipe(status, v.notValues(STATUSES_WITHOUT_BODY))),
  accept
})
const httpFault = v.pipe(
  v.strictObject({
    status,
    body: v.exactOptional(v.string()),
    contentType: v.exactOptional(v.pipe(v.string(), v.regex(/^[\x20-\x7e]+$/))),
    accept
  }),
  v.check(
    (fault) => !fault.body || !STATUSES_WITHOUT_BODY.includes(fault.status),
    'An answer with the status 204, 205 or 304 cannot have a body'
  )
)
const resetFault = v.strictObject({ reset: v.literal(true), accept })

const answerFault = v.lazy((input): typeof codeFault | typeof httpFault | typeof resetFault => {
  if (isRecord(input) && 'reset' in input) return resetFault
  return isRecord(input) && 'code' in input ? codeFault : httpFault
})

const delayFault = v.strictObject({
  delay: v.pipe(v.number(), v.minValue(0), v.maxValue(600_000)),
  then: v.exactOptional(answerFault)
})

const request = v.strictObject({
  fault: v.lazy((input): typeof delayFault | typeof answerFault =>
    isRecord(input) && 'delay' in input ? delayFault : answerFault
  ),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)
})

/** Parses the body of `POST /faults`. Returns the fault, or the reason why it is invalid. */
export function parseFault(body: unknown): { fault: FixedFault; times: number } | { problem: string } {
  const result = v.safeParse(request, body, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  return { problem: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` }
}
