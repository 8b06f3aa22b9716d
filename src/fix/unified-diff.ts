import { createTwoFilesPatch } from 'diff'
import { printable } from '../report/printable.ts'
import type { FixedFile } from './fix-corpus.ts'

/** A name as git writes it where it is more than plain. */
const quoted = (name: string): string => (printable(name) === name ? name : JSON.stringify(name))

/** The fixes as one unified diff that `git apply` takes. */
export function unifiedDiff(files: readonly FixedFile[]): string {
  return files
    .map(({ file, before, after }) => {
      const patch = createTwoFilesPatch(
        quoted(`a/${file}`),
        quoted(`b/${file}`),
        before,
        after,
        undefined,
        undefined,
        { context: 3 },
      )
      return patch.replace(/^={67}\n/, '')
    })
    .join('')
}
