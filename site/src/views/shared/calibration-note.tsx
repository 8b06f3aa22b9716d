import type { SampleGrading } from '../../core/model/records.ts'
import { calibrationOf, calibrationText } from '../../core/progress/calibration.ts'

/** How the learner’s grades of sample answers compare with the given verdicts, in words. */
export function CalibrationNote({ gradings }: { readonly gradings: readonly SampleGrading[] }) {
  const calibration = calibrationOf(gradings)
  if (calibration === null) {
    return (
      <p class="quiet">
        Grade a sample answer that somebody else has graded, too, and you see whether you are kinder or
        stricter than they were.
      </p>
    )
  }
  const { counted, advice } = calibrationText(calibration)
  return (
    <p>
      {counted} {advice}
    </p>
  )
}
