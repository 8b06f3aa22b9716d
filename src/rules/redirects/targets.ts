import { redirectsFile } from '../../model/definition-files.ts'
import type { RedirectsDocument } from '../../model/definitions.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { quote } from '../../text/quote.ts'
import type { Redirect } from './redirect.ts'

/** Whether following renames from an id comes back to it. */
function circles(id: string, byId: ReadonlyMap<string, Redirect>): boolean {
  const seen = new Set<string>()
  const open = [id]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    for (const { id: next } of byId.get(each)?.to ?? []) {
      if (next === id) return true
      if (!seen.has(next)) open.push(next)
      seen.add(next)
    }
  }
  return false
}

/** Targets that are no published drills. */
export function* badTargets(
  redirect: Redirect,
  byId: ReadonlyMap<string, Redirect>,
  live: ReadonlySet<string>,
  document: RedirectsDocument,
): Generator<CorpusFinding> {
  for (const { id, path } of redirect.to) {
    const place = document.locate(document.matter.at(path))
    const next = byId.get(id)
    if (next && circles(redirect.from, byId)) {
      yield {
        file: redirectsFile,
        place,
        message: `Unexpected cycle: ${quote(redirect.from)} leads back to itself through ${quote(id)}, expected a drill that exists`,
      }
    } else if (next) {
      const ends = next.to.map((target) => quote(target.id)).join(' and ') || 'its reason under `retired`'
      yield {
        file: redirectsFile,
        place,
        message: `Unexpected chain: ${quote(id)} is redirected itself, expected its end: ${ends}`,
      }
    } else if (!live.has(id)) {
      const meant = didYouMean(id, live)
      yield {
        file: redirectsFile,
        place,
        message: `Unexpected target ${quote(id)}, expected the id of a published drill${meant ? `; did you mean \`${meant}\`?` : ''}`,
      }
    }
  }
}
