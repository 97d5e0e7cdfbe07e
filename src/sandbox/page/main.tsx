import { render } from 'preact'
import { App } from './app'
import { listen } from './stream'

const root = document.getElementById('app')
if (root) render(<App />, root)
void listen()
