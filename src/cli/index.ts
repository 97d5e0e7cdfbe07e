#!/usr/bin/env node
import { main } from './main'

// `segment-tiktok preview FILE | head` closes the pipe early. This is not a failure.
process.stdout.on('error', () => process.exit())

void main(process.argv.slice(2))
