import type { Diagnostic } from '../model/diagnostic.ts'

/** Findings of one file that stand below one heading. */
export interface SectionGroup {
  /** The headings above, from the top: `Answer › Constraints`. */
  readonly name: string
  readonly count: number
  /** Those that say the same of several places are together, what follows from others stands last. */
  readonly findings: readonly (readonly [Diagnostic, ...Diagnostic[]])[]
}

/** What is missing as long as other things are not written. */
const consequences = new Set(['rubric-coverage', 'samples'])

type LineOf = (line: number) => string | undefined

/** Names the place of a line by the headings above it; lines must be asked for in order. */
function namer(lineOf: LineOf): (line: number) => string {
  let at = 0
  let isMatter = lineOf(1)?.trimEnd() === '---'
  let fence: string | undefined
  let part: string | undefined
  let section: string | undefined
  const pass = (text: string): void => {
    if (isMatter) {
      if (at > 1 && text.trimEnd() === '---') isMatter = false
      return
    }
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? []
    if (mark !== undefined && fence === undefined) fence = mark
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined
    if (fence !== undefined) return
    const [, marks, title = ''] = /^(#{1,3})[ \t]+(.*?)[ \t#]*$/.exec(text) ?? []
    if (marks === undefined) return
    if (marks.length === 3) section = title
    else {
      part = marks.length === 2 ? title : undefined
      section = undefined
    }
  }
  return (line) => {
    let matter = isMatter
    while (at < line) {
      at += 1
      matter = isMatter
      pass(lineOf(at) ?? '')
    }
    if (matter) return 'Front matter'
    return [part ?? 'Title', section].filter((name) => name !== undefined).join(' › ')
  }
}

/** Groups the findings of one file, which are in order, by the headings that they stand below. */
export function groupBySection(diagnostics: readonly Diagnostic[], lineOf: LineOf): readonly SectionGroup[] {
  const nameOf = namer(lineOf)
  const groups = new Map<string, Map<string, [Diagnostic, ...Diagnostic[]]>>()
  for (const diagnostic of diagnostics) {
    const name = nameOf(diagnostic.line)
    const group = groups.get(name) ?? new Map<string, [Diagnostic, ...Diagnostic[]]>()
    groups.set(name, group)
    const { severity, rule, message, related } = diagnostic
    const key = JSON.stringify([severity, rule, message, related])
    const same = group.get(key)
    if (same) same.push(diagnostic)
    else group.set(key, [diagnostic])
  }
  return Array.from(groups, ([name, group]) => {
    const all = [...group.values()]
    const follows = ([{ rule }]: readonly [Diagnostic, ...Diagnostic[]]): boolean => consequences.has(rule)
    const findings = [...all.filter((same) => !follows(same)), ...all.filter(follows)]
    return { name, count: findings.reduce((sum, same) => sum + same.length, 0), findings }
  })
}
