import path from 'node:path'
import type { Io } from '../../io/io.ts'
import { toolchainRoot } from '../../io/toolchain.ts'
import type { Artifact } from '../../io/write-folder.ts'
import { nodeRange, repository, version } from '../../model/project.ts'

/** Where each file of a new repository comes from, in the tool. */
const sources: Readonly<Record<string, string>> = {
  '.gitattributes': 'templates/gitattributes',
  '.github/workflows/drills.yml': 'templates/workflow.yml',
  '.gitignore': 'templates/gitignore',
  'NOTICE.md': 'templates/NOTICE.md',
  'README.md': 'templates/README.md',
  'drills/practice-loop.md': 'drills/practice-loop.md',
  'drills/questions/recogniser-on-telephone-calls.md': 'templates/question.md',
  'drills/redirects.yml': 'templates/redirects.yml',
  'drills/rubric.md': 'drills/rubric.md',
}

/** Those with gaps in braces. */
const filled = new Set(['NOTICE.md', 'README.md'])

/** The part of the rubric that reports on the tests of the tool’s own repository. */
const measured = /\n## How far the tests can be trusted\n[\s\S]*$/

const manifest = (name: string): string =>
  `${JSON.stringify(
    {
      name,
      version: '0.1.0',
      private: true,
      license: 'UNLICENSED',
      type: 'module',
      engines: { node: nodeRange },
      scripts: {
        lint: 'drills lint',
        build: 'drills build',
        site: 'drills site',
        // Both around what `npm version` does: it commits what is staged.
        preversion: 'drills lint',
        version: 'drills-version && git add CHANGELOG.md history',
      },
      devDependencies: { 'audio-text-drills-cli': version },
    },
    null,
    2,
  )}\n`

/** The files of a new repository of drills. */
export function repositoryFiles(name: string, { reader }: Pick<Io, 'reader'>): readonly Artifact[] {
  const textOf = (file: string, source: string): string => {
    const text = reader.readText(path.join(toolchainRoot, source))
    if (text === undefined) throw new Error(`the toolchain lacks its file ${source}`)
    if (file === 'drills/rubric.md') return text.replace(measured, '')
    return filled.has(file)
      ? text
          .replaceAll('{name}', name)
          .replaceAll('{repository}', repository)
          .replaceAll('{version}', version)
      : text
  }
  return [
    ...Object.entries(sources).map(([file, source]) => ({ path: file, text: textOf(file, source) })),
    { path: 'package.json', text: manifest(name) },
  ]
}
