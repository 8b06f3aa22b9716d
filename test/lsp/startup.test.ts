import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('no other command loads anything of the language server', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: 'nowhere',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    metafile: true,
  })
  const holders = Object.values(metafile.outputs).filter(({ inputs }) =>
    Object.keys(inputs).some((file) => /^src\/lsp\/|node_modules\/vscode-/.test(file)),
  )
  expect(holders.map(({ entryPoint }) => entryPoint)).toEqual(['src/lsp/server.ts'])
  const [server] = Object.entries(metafile.outputs).find(([, output]) => output === holders[0]) ?? []
  const users = Object.values(metafile.outputs).filter(({ imports }) =>
    imports.some(({ path }) => path === server),
  )
  expect(
    users.map(({ entryPoint, imports }) => [entryPoint, imports.find(({ path }) => path === server)?.kind]),
  ).toEqual([['src/commands/lsp.ts', 'dynamic-import']])
})
