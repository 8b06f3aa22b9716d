import type { Definitions } from '../model/definitions.ts'
import type { Kind } from '../model/drill.ts'
import type { PartMatter } from '../model/generated/authored/practice-loop.ts'
import { title } from '../text/slug.ts'

/** A heading that a kind of drill has. */
export interface ExpectedHeading {
  readonly id: string
  readonly text: string
  readonly depth: 2 | 3
  readonly items: number
  readonly holds?: NonNullable<PartMatter['holds']>
  readonly optional: boolean
}

/** The heading in Markdown. */
export const lineOf = ({ depth, text }: { readonly depth: number; readonly text: string }): string =>
  `${'#'.repeat(depth)} ${text}`

/** The headings that a kind of drill has, in the order of the document. */
export function expectedHeadings(
  { kind }: { readonly kind: Kind },
  { loop }: Pick<Definitions, 'loop'>,
): ExpectedHeading[] {
  const { parts, answer } = loop.kinds[kind]
  const sections = loop.sections.map(
    ({ id, title: text }): ExpectedHeading => ({ id, text, depth: 3, items: 0, optional: false }),
  )
  return parts.flatMap(({ id, title: text = title(id), items = 0, optional = false, holds }) => {
    const part: ExpectedHeading = { id, text, depth: 2, items, optional, ...(holds && { holds }) }
    return id === 'answer' && answer === 'sections' ? [part, ...sections] : [part]
  })
}
