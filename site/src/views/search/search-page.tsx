import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { href, type PageProps, replaceAddress } from '../../app/router.ts'
import { loadAnswerTexts, loadPromptTexts, openAnswers, searchTexts } from '../../app/search-texts.ts'
import { useResource } from '../../app/use-resource.ts'
import { useSettled } from '../../app/use-settled.ts'
import { type Found, indexOf, queryWords, search } from '../../core/catalog/search.ts'
import { mostRead } from '../../core/model/limits.ts'
import { plural } from '../../core/model/plural.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { SpokenCount } from '../shared/spoken-count.tsx'
import { FoundDrill } from './found-drill.tsx'

/** More drills than this are no answer to a question. */
const most = 20

/** Milliseconds between two keys of somebody who types on: what they find in between, nobody reads. */
const pause = 120

/** Searches prompts, revealed answers and the learner’s own texts. */
export function SearchPage({ args: [first = ''] }: PageProps) {
  const [query, setQuery] = useState(first)
  const settled = useSettled(query, pause)
  const field = useRef<HTMLInputElement>(null)
  // Whoever comes here wants to type. The title of the page has the focus by now.
  useEffect(() => field.current?.focus(), [])
  const change = (next: string): void => {
    setQuery(next)
    replaceAddress(next.trim() === '' ? href('search') : href('search', next))
  }
  return (
    <div class="search-page">
      <PageTitle title="Search" />
      <search>
        <label class="search">
          <span>Titles, topics, prompts, the answers that you have seen, and your own texts and notes</span>
          <input
            ref={field}
            type="search"
            value={query}
            maxLength={200}
            dir="auto"
            onInput={({ currentTarget }) => change(currentTarget.value)}
          />
        </label>
      </search>
      <div aria-busy={settled !== query}>
        <Results query={settled} />
      </div>
    </div>
  )
}

function Results({ query }: { readonly query: string }) {
  const { library } = useApp()
  const open = useMemo(() => openAnswers(library), [library])
  const prompts = useResource('prompts', loadPromptTexts)
  const answers = useResource(`answers ${open.join(' ')}`, () => loadAnswerTexts(open))
  const index = useMemo(
    () =>
      prompts.state === 'ready' && answers.state === 'ready'
        ? indexOf(searchTexts(library, { prompts: prompts.value, answers: answers.value }))
        : null,
    [library, prompts, answers],
  )
  const found = useMemo(() => (index ? search(index, query) : []), [index, query])
  if (index === null) {
    return <ResourceState resource={prompts.state === 'ready' ? answers : prompts} what="The drills" />
  }
  return (
    <>
      <SpokenCount text={countText(query, found)} />
      {index.some(({ isCut }) => isCut) && (
        <p class="quiet">
          Of a very long text the first {mostRead.toLocaleString('en-GB')} characters are searched.
        </p>
      )}
      {found.slice(0, most).map((each) => (
        <FoundDrill
          key={each.drillId}
          found={each}
          query={query}
          title={drillTitle(each, library.attempts)}
        />
      ))}
    </>
  )
}

/** The title of a drill that is published, or the one that the learner knew. */
const drillTitle = (
  { drillId }: Found,
  attempts: readonly { readonly drillId: string; readonly title: string }[],
): string => {
  const title = titleOf(drillId)
  return title === drillId ? (attempts.find((each) => each.drillId === drillId)?.title ?? title) : title
}

function countText(query: string, found: readonly Found[]): string {
  if (queryWords(query).length === 0) return query.trim() === '' ? '' : 'Type a letter or a digit.'
  if (found.length === 0) return 'Nothing has all these words.'
  const places = found.reduce((sum, { hits }) => sum + hits.length, 0)
  const count = `${plural(places, 'place')} in ${plural(found.length, 'drill')}`
  return found.length > most
    ? `${count}. The first ${most} drills are shown; another word narrows it down.`
    : count
}
