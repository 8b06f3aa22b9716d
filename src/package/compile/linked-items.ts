import type { Drill } from '../../model/drill.ts'
import type { Reference, SeeAlso } from '../../model/generated/published/drill.ts'
import { linkedItems, seeAlsoItems } from '../../parse/linked-items.ts'

/** Sources. */
export const compileReferences = (drill: Drill): Reference[] =>
  linkedItems(drill, 'references', ({ url }) => /^https:/i.test(url)).map(({ link, note }) => ({
    title: link.text,
    url: link.url,
    note,
  }))

/** Other drills. */
export const compileSeeAlso = (drill: Drill): SeeAlso[] =>
  seeAlsoItems(drill).map(({ id, note }) => ({ id, note }))
