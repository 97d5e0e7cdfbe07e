/** The package's sub-path `./tiktok-pixel`: the plugin for analytics.js, and the definition. */
export { default } from './plugin'
export { default as destination } from './index'
