#!/usr/bin/env node
// Written so that old versions of Node.js can read it too, and say that they are.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`drills: this is Node.js ${process.versions.node}; expected 20.19 or later`)
  process.exitCode = 2
} else {
  const compiled = new URL('../lib/main.js', import.meta.url)
  const { existsSync } = process.getBuiltinModule('node:fs')
  if (existsSync(compiled)) {
    // Node 22 and later keep compiled code between runs.
    const { enableCompileCache } = process.getBuiltinModule('node:module')
    if (enableCompileCache) enableCompileCache()
    import(compiled.href)
  } else {
    console.error('drills: the tool is not built; run `node scripts/build.mjs` in its folder')
    process.exitCode = 3
  }
}
