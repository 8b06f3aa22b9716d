import type { Drill } from 'audio-text-drills'
import { catalog } from 'audio-text-drills/catalog'
import { useMemo } from 'preact/hooks'
import { focusHeading } from '../../app/focus.ts'
import { loadAnswer, type Practice } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import { answerOf } from '../../core/attempt.ts'
import type { Attempt } from '../../core/types.ts'
import { changesSince } from '../../core/upgrade.ts'
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
  const coverage = useMemo(() => assessment(practice, attempt, drill), [attempt.texts, drill, practice])
  const isFinished = attempt.finishedAt !== null
  const entry = catalog.find(({ id }) => id === drill.id)
  const isChanged = entry ? changesSince(attempt, entry).substance : false
  return (
    <>
      {isFinished && <Summary attempt={attempt} act={act} />}
      {isChanged && (
        <p class="banner">
          The substance of the model answer has changed since you started this attempt, so a grade given then
          may not mean the same now.
        </p>
      )}
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
      <SideBySide attempt={attempt} act={act} drill={drill} rubric={practice.rubric} coverage={coverage} />
      <Grading attempt={attempt} act={act} drill={drill} rubric={practice.rubric} coverage={coverage} />
      <RedFlags attempt={attempt} act={act} drill={drill} rubric={practice.rubric} coverage={coverage} />
      <FollowUps drill={drill} />
      <FinishBlock attempt={attempt} act={act} />
    </>
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
