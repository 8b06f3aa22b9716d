import { existsSync } from 'node:fs'
import path from 'node:path'
import { editor } from '../edit.mjs'
import { drills, inBench, node, peer } from '../paths.mjs'
import { corpusFolder, setAside } from '../setup.mjs'

const kinds = ['rounds', 'incidents', 'questions']
const folders = kinds.map((kind) => `drills/${kind}`)
const globs = folders.map((folder) => `${folder}/*.md`)

const floor = (name, script) => ({ name, command: [node, inBench('floors', script)] })

/** What reading and parsing alone cost. */
export const floors = {
  empty: { name: 'node -e 0', command: [node, '-e', '0'] },
  read: floor('read every file', 'read.mjs'),
  hash: floor('read + sha256', 'hash.mjs'),
  satteri: floor('parse only, satteri', 'satteri.mjs'),
  remark: { ...floor('parse only, remark-parse', 'remark.mjs'), slow: true },
}

const rumdlArgs = ['check', '--no-cache', '--config', inBench('peers/rumdl.toml'), ...folders]
const rumdlBinary = peer(`@rumdl/cli-${process.platform}-${process.arch}/rumdl`)
const mdschemaBinary = peer('@jackchuka/mdschema-linux-x64/bin/mdschema')

/** Linters in machine code; mdschema refuses more than 1,000 files. */
export const nativeLinters = [
  {
    name: 'mdschema',
    checks: 'headings, texts that sections need, front matter, links',
    command: [mdschemaBinary, 'check', ...globs, '--schema', inBench('peers/mdschema.yml')],
    most: 1000,
  },
  {
    name: 'rumdl',
    checks: 'generic Markdown, required headings',
    command: [rumdlBinary, ...rumdlArgs],
  },
  {
    name: 'rumdl, npm command',
    checks: 'the same, started by Node.js',
    command: [node, peer('rumdl/bin/rumdl'), ...rumdlArgs],
  },
].filter(({ command }) => existsSync(command[0]))

/** Linters in JavaScript, on no more files than anyone has the patience for. */
export const scriptLinters = [
  {
    name: 'markdownlint-cli2',
    checks: 'generic Markdown, required headings',
    command: [
      node,
      peer('markdownlint-cli2/markdownlint-cli2-bin.mjs'),
      '--config',
      inBench('peers/.markdownlint-cli2.jsonc'),
      ...globs,
    ],
  },
  {
    name: 'remark-cli',
    checks: 'lint-recommended, front matter against its JSON Schema',
    command: [
      node,
      peer('remark-cli/cli.js'),
      '--frail',
      '--quiet',
      '--rc-path',
      inBench('peers/remarkrc.mjs'),
      ...folders,
    ],
  },
].map((contender) => ({ ...contender, most: 1000, slow: true }))

// Drills without samples are warned of, which nobody needs to read here.
const lint = [...drills, 'lint', '--quiet']

/** A folder and command line of our own that keeps a cache between runs. */
function cached(name, options, before) {
  const folder = corpusFolder({ ...options, name })
  const cache = path.join(folder, '.cache')
  return {
    checks: 'the same',
    primed: name !== 'empty',
    command: [...lint, '--cache-location', cache],
    cwd: folder,
    before: before(folder, cache),
  }
}

/** Our own linter without a cache, and with one in its three states. */
export function ownLinters(options) {
  const cold = {
    name: 'drills lint, no cache',
    checks: 'everything: all rules, across files too',
    command: [...lint, '--no-cache'],
  }
  if (options.mistakes) return [cold]
  return [
    cold,
    {
      ...cold,
      name: 'drills lint, no cache, with samples',
      checks: 'everything, and two sample answers for each round and incident',
      cwd: corpusFolder({ ...options, samples: true, name: 'samples' }),
    },
    {
      name: 'drills lint, empty cache',
      ...cached('empty', options, (_, cache) => () => setAside(cache)),
    },
    { name: 'drills lint, nothing changed', ...cached('same', options, () => undefined) },
    { name: 'drills lint, one file changed', ...cached('edited', options, editor) },
  ]
}
