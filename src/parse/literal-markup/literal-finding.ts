import type { Edit, StageFinding } from '../../model/diagnostic.ts'

/** A finding of rule `literal-markup`. */
export interface LiteralFinding extends StageFinding {
  /** What makes the text readable where no fix does, for the model only. */
  readonly mend?: readonly Edit[]
}
