#!/usr/bin/env node
// Written so that old versions of Node.js can read it too, and say that they are.
const [major, minor] = process.versions.node.split('.').map(Number)

// 21 and the first versions of 22 lack what 20 was given later.
const isOld = major < 20 || (major === 20 && minor < 19) || !process.getBuiltinModule

if (isOld) {
  const needed = major > 20 ? '20.19, or 22.3 or later' : '20.19 or later'
  console.error(`drills: this is Node.js ${process.versions.node}; expected ${needed}`)
  process.exitCode = 2
} else {
  const compiled = new URL('../lib/main.js', import.meta.url)
  const { existsSync } = process.getBuiltinModule('node:fs')
  if (existsSync(compiled)) {
    // Node 22 and later keep compiled code between runs.
    const { enableCompileCache } = process.getBuiltinModule('node:module')
    if (enableCompileCache) enableCompileCache()
    import(compiled.href).catch((error) => {
      console.error(`drills: the tool can’t be loaded: ${String(error.message).split('\n')[0]}`)
      process.exitCode = 3
    })
  } else {
    console.error('drills: the tool is not built; run `node scripts/build.mjs` in its folder')
    process.exitCode = 3
  }
}
