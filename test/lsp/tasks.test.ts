import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { corpusOnDisk } from '../support/terminal.ts'

const folder = new URL('../../.vscode/', import.meta.url)

interface Tasks {
  readonly tasks: readonly {
    readonly label: string
    readonly problemMatcher: { readonly pattern: Readonly<Record<string, string | number>> }
  }[]
}

test('the problem matcher of the editor’s task reads every finding of the linter', () => {
  const { tasks } = JSON.parse(readFileSync(new URL('tasks.json', folder), 'utf8')) as Tasks
  const { regexp, ...groups } =
    tasks.find(({ label }) => label === 'drills lint')?.problemMatcher.pattern ?? {}
  const draft = edit(valid.question, 'topics: [recall]', 'topics: [recall]\nstatus: draft')
  const files = {
    [paths.round]: edit(edit(valid.round, 'difficulty: core', 'difficulty: hard'), '**Cost:**', '**Cost**:'),
    [paths.question]: edit(draft, 'Explain the metric to a product manager.', 'TODO'),
  }
  const script = fileURLToPath(new URL('problems.mjs', folder))
  const { status, stdout } = spawnSync(process.execPath, [script], {
    cwd: corpusOnDisk(files),
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  const read = stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const match = new RegExp(String(regexp)).exec(line)
      return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match?.[Number(group)]]))
    })
  const wanted = findings(files).map(
    ({ file, line, column, endLine, endColumn, severity, rule, message }) => ({
      file,
      line: String(line),
      column: String(column),
      endLine: String(endLine),
      endColumn: String(endColumn),
      severity,
      code: rule,
      message,
    }),
  )
  expect(new Set(wanted.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning']))
  expect(read).toEqual(wanted)
})
