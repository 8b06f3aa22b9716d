import { answerLength } from './answer-length.ts'
import { arithmetic } from './arithmetic/arithmetic.ts'
import { criteria } from './criteria/criteria.ts'
import { definitions } from './definitions/definitions.ts'
import { fileName } from './file-name.ts'
import { linkTargets } from './link-targets.ts'
import { links } from './links.ts'
import { modelDominates } from './model-dominates.ts'
import { modelPath } from './model-path.ts'
import { nearDuplicate } from './near-duplicate/near-duplicate.ts'
import { placeholder } from './placeholder.ts'
import { points } from './points/points.ts'
import { promptLeak } from './prompt-leak.ts'
import { redirects } from './redirects/redirects.ts'
import { rubricCoverage } from './rubric-coverage.ts'
import { rubricEvidence } from './rubric-evidence/rubric-evidence.ts'
import type { Rule } from './rule.ts'
import { samples } from './samples.ts'
import { sections } from './sections/sections.ts'
import { stageRules, unusedException } from './stage-rules.ts'
import { title } from './title.ts'
import { tracks } from './tracks/tracks.ts'
import { tradeoffReason } from './tradeoff-reason.ts'
import { unique } from './unique/unique.ts'
import { vagueCriterion } from './vague-criterion.ts'

/** Every rule, in the order of the pipeline. */
export const rules: readonly Rule[] = [
  ...stageRules,
  fileName,
  title,
  sections,
  points,
  modelPath,
  tradeoffReason,
  modelDominates,
  rubricCoverage,
  rubricEvidence,
  criteria,
  vagueCriterion,
  promptLeak,
  answerLength,
  arithmetic,
  placeholder,
  links,
  linkTargets,
  unique,
  nearDuplicate,
  samples,
  tracks,
  redirects,
  definitions,
  unusedException,
]
