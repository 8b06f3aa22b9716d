import path from 'node:path'
import { endsOf, redirectedIds } from '../model/ended-ids.ts'
import type { Corpus, Target } from '../model/facts.ts'
import { drillIdAt } from '../parse/linked-items.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { oneOf, quote } from '../text/quote.ts'
import type { CorpusRule } from './rule.ts'

/** What is known of files that links can lead to. */
interface Known {
  readonly anchors: ReadonlyMap<string, readonly string[]>
  /** What to say of the file of a drill that is gone; undefined where nobody knows what became of it. */
  readonly gone: (path: string, from: string) => Said | undefined
  readonly outside: Corpus['outside']
}

interface Said {
  readonly message: string
  readonly expected?: readonly string[]
}

/** Tells what became of drills by their redirects. */
function goneBy({ facts, redirects }: Corpus): Known['gone'] {
  const redirected = redirectedIds(redirects?.matter.data ?? {})
  const files = new Map(facts.flatMap(({ file, drill }) => (drill ? [[drill.id, file] as const] : [])))
  return (target, from) => {
    const end = redirected.get(drillIdAt(target) ?? '')
    const ends =
      end &&
      endsOf(
        end.to,
        (id) => files.has(id),
        (id) => redirected.get(id)?.to,
      )
    if (!ends) return undefined
    const expected = [...ends].map((id) => path.posix.relative(path.posix.dirname(from), files.get(id) ?? ''))
    if (expected.length === 0)
      return {
        message: `Unexpected link to ${quote(target)}, which was retired, expected a drill that exists`,
      }
    const became = expected.length === 1 ? 'renamed' : 'split'
    return {
      message: `Unexpected link to ${quote(target)}, which was ${became}, expected ${oneOf(expected)}`,
      expected,
    }
  }
}

function complaint(
  { path, fragment, url }: Target,
  from: string,
  { anchors, gone, outside }: Known,
): Said | undefined {
  if (path === '..' || path.startsWith('../'))
    return {
      message: `Unexpected link ${quote(url)} that leaves the repository, expected a file inside it`,
    }
  const found = anchors.get(path) ?? outside(path)
  if (found === undefined) {
    const told = gone(path, from)
    if (told) return told
    const meant = didYouMean(path, anchors.keys())
    return {
      message: `Unexpected link target ${quote(path)}, expected a file that exists${meant ? `; did you mean ${quote(meant)}?` : ''}`,
    }
  }
  if (fragment === undefined || fragment === '' || !path.endsWith('.md') || found.includes(fragment))
    return undefined
  const meant = didYouMean(fragment, found)
  return {
    message: `Unexpected anchor ${quote(`#${fragment}`)}, expected a heading of ${quote(path)}${meant ? `; did you mean \`#${meant}\`?` : ''}`,
  }
}

export const linkTargets: CorpusRule = {
  id: 'link-targets',
  scope: 'corpus',
  description:
    'a relative link to a file or a heading that does not exist, or of a published drill or a track to a draft',
  *check(corpus) {
    const drafts = new Set(
      corpus.facts.flatMap(({ file, drill }) => (drill?.status === 'draft' ? [file] : [])),
    )
    const known: Known = {
      anchors: new Map(corpus.facts.map((facts) => [facts.file, facts.anchors])),
      gone: goneBy(corpus),
      outside: corpus.outside,
    }
    for (const { file, drill, track, targets } of corpus.facts) {
      const isPublished = track !== undefined || (drill !== undefined && drill.status !== 'draft')
      for (const target of targets) {
        if (isPublished && drafts.has(target.path) && target.path !== file) {
          const message = `Unexpected link to the draft ${quote(target.path)}, expected a drill that is published`
          yield { file, place: target.place, message }
        }
        const said = complaint(target, file, known)
        if (said) yield { file, place: target.place, ...said }
      }
    }
  },
}
