import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { rules } from '../../src/rules/rules.ts'
import { stageRules, unusedException } from '../../src/rules/stage-rules.ts'
import type { Files } from '../support/corpus.ts'
import { assemble, lintExample, printFindings } from '../support/rule-example.ts'
import { type Example, type RulePage, readRulePage, refill } from '../support/rule-page.ts'

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}/`, import.meta.url))
const pageOf = (id: string): string => `${folder('docs/rules')}${id}.md`
const ids = rules.map(({ id }) => id)

/** The file or folder that holds all of a rule; undefined where a stage or the engine makes its findings. */
function homeOf({ id, scope }: Rule): string | undefined {
  if (scope === 'stage' || scope === 'engine') return undefined
  return existsSync(`${folder('src/rules')}${id}`) ? id : `${id}.ts`
}

interface Linted {
  readonly files: Files
  readonly diagnostics: readonly Diagnostic[]
}

/** Lints each example of a page once, for the findings of its rule. */
function linter(id: string): (example: Example) => Linted {
  const known = new Map<Example, Linted>()
  return (example) => {
    const before = known.get(example)
    if (before) return before
    const files = assemble(example)
    const linted = { files, diagnostics: lintExample(files).filter(({ rule }) => rule === id) }
    known.set(example, linted)
    return linted
  }
}

/** The marks of a rule that its page has to explain, with the words that do. */
const marks: readonly (readonly [string, (rule: Rule, page: RulePage) => boolean, (id: string) => RegExp])[] =
  [
    [
      'a heuristic says how a drill silences it',
      (rule) => 'heuristic' in rule && rule.heuristic === true,
      (id) =>
        new RegExp(`^A heuristic: .*\`exceptions: \\[\\{ rule: ${id},(?: phrase: …,)? reason: … \\}\\]\``),
    ],
    [
      'a warning says why it is one',
      (rule, { examples }) =>
        ('severity' in rule && rule.severity === 'warning') ||
        examples.some(({ printed }) => /^ {2}warning /m.test(printed?.text ?? '')),
      () => /^A warning,? .*because /,
    ],
    [
      'a rule that is lenient in drafts says so',
      (rule) => 'lenientInDrafts' in rule && rule.lenientInDrafts === true,
      () => /^In a draft its findings are warnings\.$/,
    ],
    [
      'a rule with fixes says what they fix',
      (rule) => rule.fixable === true,
      () => /^`drills lint --fix` fixes .+\.$/,
    ],
  ]

test('the pages, the registry and the files of rules agree', () => {
  const shared = ['fixes', 'rule.ts', 'rules.ts', 'stage-rules.ts']
  const homes = readdirSync(folder('src/rules')).filter((name) => !shared.includes(name))
  expect(readdirSync(folder('docs/rules')).sort()).toEqual(ids.map((id) => `${id}.md`).sort())
  expect(homes.sort()).toEqual(rules.flatMap((rule) => homeOf(rule) ?? []).sort())
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const source = readFileSync(pageOf(id), 'utf8')
  const page = readRulePage(source)
  const lintFor = linter(id)
  const of = (part: Example['part']): readonly Example[] => page.examples.filter((each) => each.part === part)

  const home = homeOf(rule)
  if (home)
    test('is exported under its name by the file of its name', async () => {
      const file = home === id ? `${id}/${id}.ts` : `${id}.ts`
      const module: Readonly<Record<string, unknown>> = await import(`${folder('src/rules')}${file}`)
      const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
      expect(module[name]).toBe(rule)
    })
  else
    test('has its metadata beside those of the other stages', () => {
      expect([...stageRules, unusedException]).toContain(rule)
    })

  test('has a page in the form of all pages', () => {
    expect(page.headings).toEqual([`# ${id}`, '## Why', '## Incorrect', '## Correct'])
    expect(page.lead[0]?.replace(/\s+/g, ' ')).toBe(`Finds ${rule.description}.`)
    expect(of('Incorrect').length).toBeGreaterThan(0)
    expect(of('Correct').length).toBeGreaterThan(0)
  })

  test.each(marks)('%s', (_, marked, says) => {
    const lines = page.lead.slice(1).filter((line) => says(id).test(line.replace(/\s+/g, ' ')))
    expect(lines).toHaveLength(marked(rule, page) ? 1 : 0)
  })

  test.each(of('Incorrect').map((example) => [example.line, example] as const))(
    'finds what is incorrect in line %i and says what to write',
    (_, example) => {
      const { diagnostics } = lintFor(example)
      expect(diagnostics.length).toBeGreaterThan(0)
      for (const { message } of diagnostics) expect(message).toMatch(/^Unexpected .+, expected /)
      expect(example.printed, 'a `text` block with the findings stands below').toBeDefined()
    },
  )

  test.each(of('Correct').map((example) => [example.line, example] as const))(
    'finds nothing of any rule in line %i, which is correct',
    (_, example) => {
      const files = assemble(example)
      expect(printFindings(files, lintExample(files))).toBe('')
      expect(example.printed).toBeUndefined()
    },
  )

  // What has changed on purpose is written into the page by `vitest run test/rules/pages.test.ts -u`.
  test('shows what the tool prints', async () => {
    const print = (example: Example): string => {
      const { files, diagnostics } = lintFor(example)
      return printFindings(files, diagnostics)
    }
    await expect(refill(source, page, print)).toMatchFileSnapshot(pageOf(id))
  })
})
