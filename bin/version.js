#!/usr/bin/env node
// Records the version of package.json in history/ and writes CHANGELOG.md, for repositories of drills of their own:
// their package.json runs it when `npm version` has raised the version.
const [major, minor] = process.versions.node.split('.').map(Number)

// As in drills.js; neither can import what an old version might not read.
if (major < 20 || (major === 20 && minor < 19) || !process.getBuiltinModule) {
  const needed = major > 20 ? '20.19, or 22.3 or later' : '20.19 or later'
  console.error(`drills-version: this is Node.js ${process.versions.node}; expected ${needed}`)
  process.exitCode = 2
} else {
  import('../lib/release.js').then(
    ({ checkRaise, errorLine, recordRelease }) => {
      try {
        checkRaise(process.cwd())
        console.log(`recorded ${recordRelease(process.cwd())}`)
      } catch (error) {
        console.error(errorLine(error))
        process.exitCode = 1
      }
    },
    (error) => {
      console.error(`drills-version: the tool can’t be loaded: ${String(error.message).split('\n')[0]}`)
      process.exitCode = 3
    },
  )
}
