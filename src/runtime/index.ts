export { connect } from './connect'
export { compileMapping, type CompiledMapping } from './mapping/compile'
export type { ConnectOptions, Connection, Outcome, OutcomeStatus, SendResult, Subscription } from './types'
