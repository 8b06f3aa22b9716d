import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { edit } from '../support/corpus.ts'
import { root } from '../support/package.ts'
import { workflowFindings } from '../support/workflow-findings.ts'

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name)

const filesIn = (folder: string, recursive: boolean): string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive, encoding: 'utf8' })
        .filter(isYaml)
        .map((name) => path.join(folder, name))
        .sort()
    : []

const files = [...filesIn('.github/workflows', false), ...filesIn('.github/actions', true)]
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

test('the workflows that there are are read', () => {
  expect(files).toEqual(
    expect.arrayContaining(['.github/workflows/check.yml', '.github/workflows/release.yml']),
  )
})

test.each(files)('%s is safe', (file) => {
  expect(workflowFindings(read(file))).toEqual([])
})

const sha = 'a'.repeat(40)
const expression = (name: string): string => `\${{ ${name} }}`

const good = `
on:
  pull_request:
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@${sha} # v7.0.1
        with:
          persist-credentials: false
      - run: echo "$TITLE"
        env:
          TITLE: ${expression('github.event.pull_request.title')}
`

describe('what is unsafe is found', () => {
  test('nothing in a safe workflow', () => {
    expect(workflowFindings(good)).toEqual([])
  })

  const pin = `actions/checkout@${sha} # v7.0.1`
  const keeps = 'jobs.one.steps.0: a checkout that keeps credentials, in a job that can’t push'
  test.each([
    [
      'a tag',
      pin,
      'actions/checkout@v7',
      ['jobs.one.steps.0: `actions/checkout@v7` is not pinned by a 40-hex SHA'],
    ],
    [
      'a short SHA',
      pin,
      `actions/checkout@${sha.slice(1)} # v7`,
      [`jobs.one.steps.0: \`actions/checkout@${sha.slice(1)}\` is not pinned by a 40-hex SHA`],
    ],
    [
      'an image by its tag',
      pin,
      'docker://alpine:3',
      ['jobs.one.steps.0: `docker://alpine:3` is not pinned by a 40-hex SHA'],
    ],
    [
      'a pin that does not say its version',
      pin,
      `actions/checkout@${sha}`,
      [`jobs.one.steps.0: \`actions/checkout@${sha}\` has no comment with its version`],
    ],
    ['no permissions on top', 'permissions: {}\n', '', ['top: no `permissions`']],
    [
      'all permissions',
      'permissions: {}',
      'permissions: write-all',
      ['top: `permissions` that are no list of single ones'],
    ],
    [
      'no permissions of a job',
      '    permissions:\n      contents: read\n',
      '',
      ['jobs.one: no `permissions`'],
    ],
    ['no limit of time', '    timeout-minutes: 5\n', '', ['jobs.one: no `timeout-minutes`']],
    [
      'an expression in a script',
      'echo "$TITLE"',
      `echo "${expression('github.head_ref')}"`,
      ['jobs.one.steps.1: an expression in a script'],
    ],
    [
      'an expression in a script of several lines',
      'echo "$TITLE"',
      `|\n          true\n          echo ${expression('github.head_ref')}`,
      ['jobs.one.steps.1: an expression in a script'],
    ],
    ['credentials that are kept', 'persist-credentials: false', 'fetch-depth: 0', [keeps]],
    [
      'credentials that are kept on purpose',
      'persist-credentials: false',
      "persist-credentials: 'true'",
      [keeps],
    ],
    ['a trigger with secrets', 'pull_request:', 'pull_request_target:', ['top: `pull_request_target`']],
    [
      'a YAML error',
      'permissions: {}',
      'permissions: {}\npermissions: {}',
      ['yaml: Map keys must be unique'],
    ],
  ])('%s', (_, from, to, expected) => {
    const found = workflowFindings(edit(good, from, to)).map((each) => each.split(' at line')[0])
    expect(found).toEqual(expected)
  })

  test.each(['on: pull_request_target', 'on: [push, pull_request_target]'])('%s', (on) => {
    expect(workflowFindings(edit(good, 'on:\n  pull_request:', on))).toEqual(['top: `pull_request_target`'])
  })

  test('a checkout may keep credentials where the job may push', () => {
    const pushing = edit(
      edit(good, 'contents: read', 'contents: write'),
      'persist-credentials: false',
      'fetch-depth: 0',
    )
    expect(workflowFindings(pushing)).toEqual([])
  })

  test('a called workflow that is not pinned', () => {
    const called =
      'on: push\npermissions: {}\njobs:\n  one:\n    permissions: {}\n    uses: owner/name/.github/workflows/x.yml@main\n'
    expect(workflowFindings(called)).toEqual([
      'jobs.one: `owner/name/.github/workflows/x.yml@main` is not pinned by a 40-hex SHA',
    ])
  })

  test('the steps of an action of the repository', () => {
    const action = `name: x\nruns:\n  using: composite\n  steps:\n    - uses: actions/cache@v5\n    - run: echo ${expression('inputs.x')}\n`
    expect(workflowFindings(action)).toEqual([
      'runs.steps.0: `actions/cache@v5` is not pinned by a 40-hex SHA',
      'runs.steps.1: an expression in a script',
    ])
  })

  test('a file that is no workflow', () => {
    expect(workflowFindings('')).toEqual(['top: no `permissions`', 'top: no trigger', 'top: no jobs'])
  })
})
