#!/usr/bin/env node
// Records the version of package.json in history/ and writes CHANGELOG.md, for repositories of drills of their own:
// their package.json runs it when `npm version` has raised the version.
import { checkRaise, errorLine, recordRelease } from '../lib/release.js'

try {
  checkRaise(process.cwd())
  console.log(`recorded ${recordRelease(process.cwd())}`)
} catch (error) {
  console.error(errorLine(error))
  process.exitCode = 1
}
