import digests from 'virtual:digests'
import type { Drill } from 'audio-text-drills'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { focusHeading } from '../../app/focus.ts'
import { loadAnswer, type Practice } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import { useSettled } from '../../app/use-settled.ts'
import { answerOf, criteriaOf } from '../../core/attempt.ts'
import type { Attempt, GradedCriterion } from '../../core/types.ts'
import { changesSince, criteriaChanges } from '../../core/upgrade.ts'
import { ReadOnlyAttempt } from '../finished/read-only-attempt.tsx'
import { Summary } from '../finished/summary.tsx'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { FinishBlock } from './finish-block.tsx'
import { FollowUps } from './follow-ups.tsx'
import { Grading } from './grading.tsx'
import { RedFlags } from './red-flags.tsx'
import { SideBySide } from './side-by-side.tsx'

/** An attempt after the reveal: the learner's answer beside the model answer, and the self-grade. */
export function RevealedAttempt(props: PracticeProps) {
  const { attempt, practice } = props
  const resource = useResource(attempt.drillId, () => loadAnswer(attempt.drillId))
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The model answer" />
  return resource.value ? (
    <RevealedContent {...props} drill={resource.value} />
  ) : (
    <ReadOnlyAttempt {...props} practice={practice} />
  )
}

/** The assessment of the learner's text; null when `assess` rejects it, for example because it is too long. */
function assessment({ assess }: Practice, attempt: Attempt, drill: Drill) {
  try {
    return assess(answerOf(attempt), { drill })
  } catch {
    return null
  }
}

function RevealedContent(props: PracticeProps & { readonly drill: Drill }) {
  const { attempt, practice, act, drill } = props
  // A long answer takes longer to read than a key may.
  const texts = useSettled(attempt.texts, 400)
  const coverage = useMemo(() => assessment(practice, { ...attempt, texts }, drill), [texts, drill, practice])
  const criteria = useMemo(() => criteriaOf(drill, practice.rubric), [drill, practice])
  const isFinished = attempt.finishedAt !== null
  useLayoutEffect(() => {
    act({ type: 'criteria', criteria })
  }, [criteria, attempt.id, isFinished])
  const revealed = { attempt, act, practice, drill, coverage }
  return (
    <>
      {isFinished && <Summary attempt={attempt} act={act} />}
      <Changes attempt={attempt} drill={drill} criteria={criteria} />
      <details class="prompt-again" open={!isFinished}>
        <summary>Prompt</summary>
        <Html html={drill.prompt.html} class="prompt-text" />
      </details>
      <SectionNav
        places={[
          ['compare-title', 'Side by side'],
          ['grading-title', 'Grade yourself'],
          ['red-flags-title', 'Red flags'],
          ...(drill.followUps.length > 0 ? [['follow-ups-title', 'Follow-ups'] as const] : []),
          ['finish-title', isFinished ? 'Note' : 'Finish'],
        ]}
      />
      <SideBySide {...revealed} />
      <Grading {...revealed} />
      <RedFlags {...revealed} />
      <FollowUps drill={drill} />
      <FinishBlock attempt={attempt} act={act} practice={practice} />
    </>
  )
}

interface ChangesProps {
  readonly attempt: Attempt
  readonly drill: Drill
  /** The current ones. */
  readonly criteria: readonly GradedCriterion[]
}

/** Tells when a stored grade may no longer mean the same. */
function Changes({ attempt, drill, criteria }: ChangesProps) {
  const current = digests.get(drill.id)
  const { changed, added } = criteriaChanges(attempt, criteria)
  if (attempt.finishedAt !== null && changed.length + added.length > 0) {
    const names = [...changed, ...added]
    const own = names.filter(({ scope }) => scope === 'drill').map(({ title }) => `“${title}”`)
    const isGeneral = names.some(({ scope }) => scope === 'general')
    return (
      <p class="banner">
        What counts has changed since this attempt was graded:{' '}
        {[...own, ...(isGeneral ? ['the general criteria'] : [])].join(', ')}. Its grades and its score are
        kept as they were.
      </p>
    )
  }
  if (!current || !changesSince(attempt, current).substance) return null
  return (
    <p class="banner">
      The substance of the model answer has changed since you started this attempt
      {attempt.finishedAt === null
        ? '; grades of criteria that ask for something else now are cleared.'
        : ', so a grade given then may not mean the same now.'}
    </p>
  )
}

interface SectionNavProps {
  /** Heading ids and labels, in page order. */
  readonly places: readonly (readonly [string, string])[]
}

/** Navigation within a long page. Buttons instead of links, because the hash is the route. */
function SectionNav({ places }: SectionNavProps) {
  return (
    <nav class="jumps buttons" aria-label="Parts of this page">
      {places.map(([id, text]) => (
        <button key={id} type="button" class="text-button" onClick={() => focusHeading(id)}>
          {text}
        </button>
      ))}
    </nav>
  )
}
