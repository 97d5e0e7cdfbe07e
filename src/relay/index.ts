export { parsePort, registerRelay } from './commands/register'
