// The steps a fresh clone needs before the site can be built or previewed.
import path from 'node:path'
import { install } from './install.mjs'
import { run } from './run.mjs'

const site = path.dirname(import.meta.dirname)
const root = path.dirname(site)
const node = process.execPath

/** A failed step, with its output as the message. */
export class StepError extends Error {}

const toolchain = {
  name: 'the toolchain',
  act: (options) => run(node, [path.join(root, 'scripts/bootstrap.mjs')], { ...options, cwd: root }),
}

const drills = {
  name: 'the drills',
  act: (options) =>
    run(node, [path.join(root, 'bin/drills.js'), 'build', '--no-color'], { ...options, cwd: root }),
}

const dependencies = { name: 'the dependencies', act: install }

const bundle = {
  name: 'the site',
  act: (options) =>
    run(node, [path.join(site, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      ...options,
      cwd: site,
      env: { ...process.env, NODE_ENV: 'production' },
    }),
}

const shell = {
  name: 'the site without drills',
  act: (options) => run(node, [path.join(site, 'scripts/shell.mjs')], { ...options, cwd: site }),
}

/** `preview` needs no build of the drills: the preview compiles them itself. */
export const steps = {
  build: [toolchain, drills, dependencies, bundle],
  preview: [toolchain, dependencies],
  shell: [dependencies, shell],
}

/**
 * Runs steps in order and reports each on standard error.
 * @param signal stops the current step
 * @throws StepError with the output of the failed step; `AbortError`
 */
export async function setUp(chosen, signal) {
  for (const { name, act } of chosen) {
    process.stderr.write(`site: ${name} …\n`)
    const { code, printed } = await act({ signal })
    if (code !== 0) throw new StepError(`${printed.trimEnd()}\nsite: setting up ${name} failed; see above`)
  }
}
