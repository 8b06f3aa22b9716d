import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { drills, node, root } from '../paths.mjs'

const script = (code) => [node, '--input-type=module', '-e', code]

/** Programs of an app that reads a built package. */
function programs(dist) {
  const from = (entry) => JSON.stringify(pathToFileURL(path.join(dist, entry)).href)
  const all = JSON.parse(readFileSync(path.join(dist, 'catalog.json'), 'utf8'))
  const id = JSON.stringify(all[all.length >> 1].id)
  return {
    catalog: `import { catalog } from ${from('catalog.js')}; if (catalog.length === 0) throw new Error('empty')`,
    drill: `import { loadDrill } from ${from('drills.js')}; if (!(await loadDrill(${id}))) throw new Error('none')`,
  }
}

/** How many modules of the package a program loads. */
function modulesOf(code) {
  const hook =
    'export const load = (url, context, next) => { process._rawDebug(url); return next(url, context) }'
  const register = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)})`
  const preload = `data:text/javascript,${encodeURIComponent(register)}`
  const { stderr } = spawnSync(node, ['--import', preload, ...script(code).slice(1)], { encoding: 'utf8' })
  return stderr.split('\n').filter((line) => line.startsWith('file:')).length
}

/** An app's first steps with the package that the drills of a folder are built to. */
export function appContenders(folder, dist, name) {
  const [program, ...args] = drills
  const { status, stderr } = spawnSync(program, [...args, 'build', '--out', dist], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`drills build ended with ${status}\n${stderr.slice(-1000)}`)
  const { catalog, drill } = programs(dist)
  const contender = (does, code) => {
    const modules = modulesOf(code)
    return {
      name: `${does}, ${name}`,
      checks: `${modules} modules`,
      modules,
      command: script(code),
      cwd: root,
    }
  }
  return [contender('import the catalog', catalog), contender('load one drill', drill)]
}
