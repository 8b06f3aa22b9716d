#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

const compiled = new URL('../lib/main.js', import.meta.url)

if (existsSync(compiled)) {
  // Node 22 and later keep compiled code between runs.
  module.enableCompileCache?.()
  await import(compiled.href)
} else {
  console.error('drills: the tool is not built; run `node scripts/build.mjs` in its folder')
  process.exitCode = 3
}
