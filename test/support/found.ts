import { type Files, findings, paths, underlined, valid, type World } from './corpus.ts'

const shown = (text: string): string =>
  (text.length > 40 ? `${text.slice(0, 39)}…` : text).replace(/\r?\n/g, '⏎')

/**
 * Findings as lines to compare: `line:column-line:column «underlined words» message`, with the file where it is not
 * the first of `files`, the severity where it is a warning, and the rule unless only one was asked for.
 */
export function report(files: Files, rule?: string, world: World = {}): string[] {
  const [main] = Object.keys(files)
  const texts: Files = { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric, ...files }
  return findings(files, rule, world).map((found) => {
    const content = texts[found.file]
    const words = typeof content === 'string' ? ` «${shown(underlined(content, found))}»` : ''
    return [
      found.file === main ? '' : `${found.file} `,
      `${found.line}:${found.column}-${found.endLine}:${found.endColumn}${words} `,
      found.severity === 'warning' ? '(warning) ' : '',
      rule === undefined ? `${found.rule}: ` : '',
      found.message,
    ].join('')
  })
}

/** Findings of a round. */
export const ofRound = (text: string, rule?: string): string[] => report({ [paths.round]: text }, rule)
/** Findings of an incident. */
export const ofIncident = (text: string, rule?: string): string[] => report({ [paths.incident]: text }, rule)
/** Findings of a question. */
export const ofQuestion = (text: string, rule?: string): string[] => report({ [paths.question]: text }, rule)
