import path from 'node:path'
import { editor } from '../edit.mjs'
import { drills, node, peer } from '../paths.mjs'
import { corpusFolder, setAside } from '../setup.mjs'

/** Programs that turn a folder of Markdown into data, and what they leave behind between runs. */
const builders = [
  {
    name: 'drills build',
    checks: 'all rules; sanitised HTML, points, evidence, digests, types, schemas',
    command: () => [...drills, 'build', '--out', 'dist', '--cache-location', '.cache'],
    leaves: ['dist', '.cache'],
  },
  {
    name: 'content-collections',
    checks: 'front matter; HTML as it comes',
    command: () => [node, peer('@content-collections/cli/dist/index.js'), 'build'],
    leaves: ['.content-collections'],
    most: 1000,
    slow: true,
  },
  {
    name: 'velite',
    checks: 'front matter; HTML as it comes',
    command: () => [node, peer('velite/bin/velite.js'), 'build', '--silent', '--strict'],
    leaves: ['.velite'],
    most: 1000,
    slow: true,
    keepsNothing: true,
  },
]

const states = {
  cold: (folder, leaves) => () => {
    for (const name of leaves) setAside(path.join(folder, name))
  },
  'nothing changed': () => undefined,
  'one file changed': editor,
}

/** Every builder of a size, cold and with what the last run left; each in a corpus of its own. */
export function buildContenders(options) {
  return builders
    .filter(({ most = Number.POSITIVE_INFINITY }) => options.size <= most)
    .flatMap(({ name, command, leaves, keepsNothing, ...more }) =>
      Object.entries(states)
        .filter(([state]) => state === 'cold' || (!keepsNothing && options.size < 100_000))
        .map(([state, prepare]) => {
          const folder = corpusFolder({ ...options, name: `${name}-${state}`.replaceAll(' ', '-') })
          return {
            ...more,
            name: `${name}, ${state}`,
            command: command(),
            cwd: folder,
            before: prepare(folder, leaves),
            // What was built before is there only after a first run.
            primed: state !== 'cold',
          }
        }),
    )
}
