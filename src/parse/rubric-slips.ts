import path from 'node:path'
import { rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Link } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { isOfAnswer } from './is-of-answer.ts'

const rubricName = path.posix.basename(rubricFile, '.md')

/** The address of a criterion of the rubric in a drill. */
export const rubricUrl = (file: string, id: string): string =>
  `${path.posix.relative(path.posix.dirname(file), rubricFile)}#${id}`

/** Whether the address before a fragment means the rubric: by its name, or by having none. */
function meansRubric(address: string): boolean {
  if (address === '') return true
  const name = path.posix.basename(address.replaceAll('\\', '/')).replace(/\.[a-z]+$/i, '')
  return didYouMean(name, [rubricName]) !== undefined
}

/**
 * Links of the answer that mean a criterion of the rubric and lead somewhere else, with its id: the path is wrong, or
 * there is none.
 */
export function rubricSlips(drill: Drill, { rubric }: Definitions): Map<Link, string> {
  const ids = rubric.criteria.map(({ id }) => id)
  const own = new Set(drill.headings.map(({ anchor }) => anchor))
  const slips = new Map<Link, string>()
  for (const link of drill.links) {
    const { form, url, target, section } = link
    if (form === 'image' || form === 'definition' || !isOfAnswer(drill, section)) continue
    if (target?.path === rubricFile || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) continue
    const [, address = '', fragment = ''] = /^([^#]*)#(.+)$/.exec(url) ?? []
    if (!meansRubric(address)) continue
    // Without a path it may be a heading of the drill that is misspelt.
    const id =
      address === '' ? ids.find((each) => each === fragment && !own.has(each)) : didYouMean(fragment, ids)
    if (id !== undefined) slips.set(link, id)
  }
  return slips
}

/** Whether rule `links` tells of an address anyway. */
export const isTellingPath = (url: string): boolean => /^\/|\\/.test(url)
