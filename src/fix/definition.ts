import type { Edit } from '../diagnostic.ts'

/** Adds the definition of a reference link at the end of a file, in its own line ends. */
export function definitionFix(text: string, label: string, target: string): Edit[] {
  const line = /\r\n/.test(text) ? '\r\n' : '\n'
  const end = text.trimEnd().length
  const last =
    text
      .slice(0, end)
      .split(/\r\n|\n|\r/)
      .at(-1) ?? ''
  const gap = /^\[[^\]]+\]:/.test(last) ? line : line + line
  return [{ start: end, end, text: `${gap}[${label}]: ${target}${end === text.length ? line : ''}` }]
}
