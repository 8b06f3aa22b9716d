import { createTwoFilesPatch } from 'diff'
import type { FixedFile } from './fix-corpus.ts'

/** The fixes as one unified diff that `git apply` takes. */
export function unifiedDiff(files: readonly FixedFile[]): string {
  return files
    .map(({ file, before, after }) => {
      const options = { context: 3 }
      const patch = createTwoFilesPatch(
        `a/${file}`,
        `b/${file}`,
        before,
        after,
        undefined,
        undefined,
        options,
      )
      return patch.replace(/^={67}\n/, '')
    })
    .join('')
}
