import type { Corpus, Target } from '../model/facts.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { quote } from '../text/quote.ts'
import type { CorpusRule } from './rule.ts'

function complaint(
  { path, fragment, url }: Target,
  anchors: ReadonlyMap<string, readonly string[]>,
  corpus: Corpus,
): string | undefined {
  if (path === '..' || path.startsWith('../'))
    return `Unexpected link ${quote(url)} that leaves the repository, expected a file inside it`
  const found = anchors.get(path) ?? corpus.outside(path)
  if (found === undefined) {
    const meant = didYouMean(path, anchors.keys())
    return `Unexpected link target ${quote(path)}, expected a file that exists${meant ? `; did you mean ${quote(meant)}?` : ''}`
  }
  if (fragment === undefined || fragment === '' || !path.endsWith('.md') || found.includes(fragment))
    return undefined
  const meant = didYouMean(fragment, found)
  return `Unexpected anchor ${quote(`#${fragment}`)}, expected a heading of ${quote(path)}${meant ? `; did you mean \`#${meant}\`?` : ''}`
}

export const linkTargets: CorpusRule = {
  id: 'link-targets',
  scope: 'corpus',
  description:
    'a relative link to a file or a heading that does not exist, or of a published drill to a draft',
  *check(corpus) {
    const drafts = new Set(
      corpus.facts.flatMap(({ file, drill }) => (drill?.status === 'draft' ? [file] : [])),
    )
    const anchors = new Map(corpus.facts.map((facts) => [facts.file, facts.anchors]))
    for (const { file, drill, targets } of corpus.facts) {
      for (const target of targets) {
        if (drill && drill.status !== 'draft' && drafts.has(target.path) && target.path !== file) {
          const message = `Unexpected link to the draft ${quote(target.path)}, expected a drill that is published`
          yield { file, place: target.place, message }
        }
        const message = complaint(target, anchors, corpus)
        if (message !== undefined) yield { file, place: target.place, message }
      }
    }
  },
}
