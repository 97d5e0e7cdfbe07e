/** The package's sub-path `./tiktok-pixel`: what analytics.js loads, and the definition for whoever wants to read it. */
export { default } from './plugin'
export { default as destination } from './index'
