// Bundles the command line in layers, each a file of what is loaded together. As some seventy small files, which is how
// the bundler splits it by itself, a run with nothing changed takes a tenth longer, and a cold one on few drills 7 %.
import path from 'node:path'
import { build } from 'rolldown'

/** Where each layer begins. It holds what these modules import, without what the layers before it hold. */
const layers = {
  start: [
    'src/cli.ts',
    'src/io/file-writer.ts',
    'src/io/git-reader.ts',
    'src/io/toolchain.ts',
    'src/commands/lint.ts',
  ],
  files: ['src/io/file-reader.ts'],
  linter: ['src/lint/lint-corpus.ts'],
  package: ['src/commands/build.ts'],
}

/** The layer of each module. Dynamic imports are not followed. */
function layersOf(root, graph) {
  const found = new Map()
  for (const [layer, entries] of Object.entries(layers)) {
    const waiting = entries.map((file) => path.join(root, file))
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (found.has(id)) continue
      found.set(id, layer)
      waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
    }
  }
  return found
}

/** @returns the bundled files, with the modules that each holds */
export async function bundleTool(root, folder) {
  let placed
  const { output } = await build({
    cwd: root,
    input: { main: 'src/main.ts', release: 'src/commands/release.ts' },
    platform: 'node',
    transform: { target: 'node20.19' },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: folder,
      format: 'esm',
      minify: true,
      comments: { legal: false },
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      hashCharacters: 'base36',
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          {
            debugName: 'layers',
            name: (id, graph) => {
              placed ??= layersOf(root, graph)
              return placed.get(id)
            },
          },
        ],
      },
    },
  })
  return output
}
