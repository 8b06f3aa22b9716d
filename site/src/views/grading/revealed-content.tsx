import type { Drill } from 'audio-text-drills'
import type { ComponentChildren } from 'preact'
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { href } from '../../app/router.ts'
import { useAssessment } from '../../app/use-assessment.ts'
import { useReading } from '../../app/use-reading.ts'
import { criteriaOf } from '../../core/model/attempt.ts'
import { Summary } from '../finished/summary.tsx'
import { ReviewerPanel } from '../review/reviewer-panel.tsx'
import { SecondRound } from '../second-round/second-round.tsx'
import { Acting, LockContext } from '../shared/acting.tsx'
import type { RevealedAttemptProps } from '../shared/attempt-props.ts'
import { focusTab, type Tab, Tabs } from '../shared/tabs.tsx'
import { Changes } from './changes.tsx'
import { FinishBar } from './finish-bar.tsx'
import { FinishBlock } from './finish-block.tsx'
import { Grading } from './grading.tsx'
import { criterionTitleId, evidenceId, focusAndHighlight, focusStep } from './marked-phrases.ts'
import { PromptAgain } from './prompt-again.tsx'
import { Said } from './said.tsx'
import { SeeAlso } from './see-also.tsx'
import { SideBySide } from './side-by-side.tsx'
import { lastStep, lastStepTitleId, nextUngraded } from './steps.ts'
import { type TabId, tabOf, useTab } from './use-tab.ts'

/** Runs after the page shows what has just been opened. */
const afterwards = (act: () => void): void => void setTimeout(act)

/** The grading, and one tab away the model answer beside the learner's, the prompt, the second round and a reviewer. */
export function RevealedContent(props: RevealedAttemptProps & { readonly drill: Drill }) {
  const { attempt, practice, act, drill, isJustRevealed } = props
  const coverage = useAssessment(practice, attempt, drill)
  const criteria = useMemo(() => criteriaOf(drill, practice.rubric), [drill, practice])
  const isFinished = attempt.finishedAt !== null
  const [opened, openTab] = useTab()
  const hasRound = drill.followUps.length > 0
  const tab = opened === 'second-round' && !hasRound ? 'grade' : opened
  const [chosen, setChosen] = useState<string | null>(null)
  const lock = useContext(LockContext)
  useReading(attempt, () => act({ type: 'read' }))
  useLayoutEffect(() => {
    act({ type: 'criteria', criteria })
    // Again once the attempt was taken over from another tab.
  }, [criteria, attempt.id, isFinished, lock])
  const first = isFinished ? (attempt.criteria[0]?.id ?? lastStep) : nextUngraded(attempt, null)
  const isThere = chosen === lastStep || attempt.criteria.some(({ id }) => id === chosen)
  const step = chosen !== null && isThere ? chosen : first
  const openStep = (next: string): void => {
    openTab('grade')
    setChosen(next)
    afterwards(() => focusStep(next === lastStep ? lastStepTitleId : criterionTitleId(next)))
  }
  const isPlaced = useRef(false)
  useEffect(() => {
    if (isPlaced.current || attempt.criteria.length === 0) return
    isPlaced.current = true
    if (tab !== 'grade' || isJustRevealed) focusTab(tab)
  }, [attempt.criteria])
  const showPhrase = (evidence: string): void => {
    openTab('answer')
    afterwards(() => focusAndHighlight(evidenceId(evidence)))
  }
  const revealed = { attempt, act, practice, drill, coverage }
  /** Of a finished attempt these parts are read only. */
  const whileOpen = (part: ComponentChildren) => (isFinished ? part : <Acting>{part}</Acting>)
  const tabs: readonly (Tab & { readonly id: TabId })[] = [
    {
      id: 'grade',
      label: 'Grade',
      content: whileOpen(
        <Grading
          {...revealed}
          step={step}
          isActive={tab === 'grade'}
          onOpen={openStep}
          onShowPhrase={showPhrase}
        />,
      ),
    },
    {
      id: 'answer',
      label: 'Both answers',
      content: whileOpen(<SideBySide {...revealed} onOpenCriterion={openStep} />),
    },
    { id: 'prompt', label: 'Prompt', content: <PromptAgain drill={drill} /> },
    ...(hasRound
      ? [
          {
            id: 'second-round' as const,
            label: 'Second round',
            content: <SecondRound {...revealed} isActive={tab === 'second-round'} />,
          },
        ]
      : []),
    {
      id: 'reviewer',
      label: 'Reviewer',
      content: (
        <Acting>
          <ReviewerPanel {...revealed} />
        </Acting>
      ),
    },
  ]
  return (
    <>
      {isFinished && (
        <Summary
          attempt={attempt}
          act={act}
          followUps={drill.followUps}
          onSecondRound={() => {
            openTab('second-round')
            afterwards(() => focusTab('second-round'))
          }}
        />
      )}
      {isFinished && <SeeAlso drill={drill} level="h2" />}
      <Changes attempt={attempt} drill={drill} criteria={criteria} />
      <Said attempt={attempt} />
      <Tabs label="Parts of this attempt" tabs={tabs} current={tab} onOpen={(id) => openTab(tabOf(id))}>
        <a href={href('samples', drill.id)}>Samples</a>
      </Tabs>
      {isFinished ? (
        <Acting>
          <FinishBlock attempt={attempt} act={act} practice={practice} />
        </Acting>
      ) : (
        lock !== 'elsewhere' && (
          <FinishBar
            key={`${tab} ${step}`}
            {...props}
            isMarkSeen={tab === 'grade' && step === lastStep}
            onGoOn={() => openStep(nextUngraded(attempt, null))}
          />
        )
      )}
    </>
  )
}
