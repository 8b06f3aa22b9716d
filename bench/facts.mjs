import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { meterName } from './meter.mjs'
import { bench, root } from './paths.mjs'

const manifest = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))

/** What the figures depend on; no date, so that the same figures give the same page. */
export function facts(seed) {
  const { dependencies, optionalDependencies } = manifest(bench)
  const peers = [
    'rumdl',
    'markdownlint-cli2',
    'remark-cli',
    'remark-lint-frontmatter-schema',
    'remark-preset-lint-recommended',
  ]
  const builders = ['@content-collections/core', '@content-collections/markdown', 'velite']
  const own = manifest(root)
  const versions = { ...optionalDependencies, ...dependencies, ...own.dependencies }
  const shown = (names) =>
    names
      .flatMap((name) =>
        versions[name] ? [`${name.replace(/^@jackchuka\/|-linux-x64$/g, '')} ${versions[name]}`] : [],
      )
      .join(', ')
  return [
    `drills ${own.version}, remark-parse ${versions['remark-parse']}${versions.satteri ? `, satteri ${versions.satteri}` : ''}`,
    `lint: ${shown(['@jackchuka/mdschema-linux-x64', ...peers])}`,
    `build: ${shown(builders)}`,
    `Node.js ${process.versions.node}, ${os.cpus().length} CPUs, ${os.platform()} ${os.arch()}`,
    `generated drills, seed ${seed}; medians of whole processes in turns; ${meterName}`,
  ]
}
