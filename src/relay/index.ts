export { registerRelay } from './commands/register'
