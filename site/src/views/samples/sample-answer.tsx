import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusHeading } from '../../app/focus.ts'
import { dateText } from '../../app/format.ts'
import { type SampleGrading, sampleGradingId } from '../../core/model/records.ts'
import type { Grade } from '../../core/model/types.ts'
import { NextTask } from '../shared/next-task.tsx'
import { GradeOneByOne } from './grade-one-by-one.tsx'
import type { SampleProps } from './sample-props.ts'
import { SampleText } from './sample-text.tsx'
import { Verdicts } from './verdicts.tsx'

/** A sample answer beside what it is graded by; then both grades beside each other. */
export function SampleAnswer({ samples, sample }: SampleProps) {
  const { library, session } = useApp()
  const [isAgain, setAgain] = useState(false)
  const { drill, criteria } = samples
  const grading = library.samples
    .filter(({ drillId, sample: name }) => drillId === drill.id && name === sample.name)
    .reduce<SampleGrading | null>((last, each) => (last === null || each.at > last.at ? each : last), null)
  const store = (grades: Readonly<Record<string, Grade>>): void => {
    const key = { drillId: drill.id, sample: sample.name, at: session.now() }
    const given = Object.fromEntries(
      criteria.flatMap(({ id }) => {
        const verdict = sample.verdicts[id]
        return verdict === undefined ? [] : [[id, verdict]]
      }),
    )
    session.commit({ samples: [{ ...key, id: sampleGradingId(key), grades, given }] })
    setAgain(false)
    setTimeout(() => focusHeading('verdicts-title'))
  }
  const isGrading = grading === null || isAgain
  return (
    <div class="sample" data-grading={isGrading}>
      <section aria-labelledby="sample-title">
        <h2 id="sample-title">The answer</h2>
        {sample.form === 'spoken' && (
          <p class="quiet">What was said, written down word by word: there are no full stops.</p>
        )}
        <SampleText markdown={sample.answer.markdown} />
      </section>
      {isGrading ? (
        <GradeOneByOne
          samples={samples}
          criteria={criteria.filter(({ id }) => sample.verdicts[id] !== undefined)}
          onDone={store}
        />
      ) : (
        <div>
          <Verdicts samples={samples} sample={sample} grading={grading} />
          <p class="quiet">Graded on {dateText(grading.at)}.</p>
          <button
            type="button"
            onClick={() => {
              setAgain(true)
              setTimeout(() => focusHeading('one-title'))
            }}
          >
            Grade it again
          </button>
          <p class="quiet">Only your first grades count: by now you know the verdicts.</p>
          <NextTask drillId={drill.id} />
        </div>
      )}
    </div>
  )
}
