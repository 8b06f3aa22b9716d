import { answerLength } from './answer-length.ts'
import { definitions } from './definitions/definitions.ts'
import { encoding } from './encoding.ts'
import { fileName } from './file-name.ts'
import { frontMatter } from './front-matter.ts'
import { linkTargets } from './link-targets.ts'
import { links } from './links.ts'
import { modelDominates } from './model-dominates.ts'
import { modelPath } from './model-path.ts'
import { nearDuplicate } from './near-duplicate/near-duplicate.ts'
import { placeholder } from './placeholder.ts'
import { plainMarkdown } from './plain-markdown.ts'
import { points } from './points/points.ts'
import { promptLeak } from './prompt-leak.ts'
import { read } from './read.ts'
import { redirects } from './redirects.ts'
import { rubricCoverage } from './rubric-coverage.ts'
import { rubricEvidence } from './rubric-evidence/rubric-evidence.ts'
import type { Rule } from './rule.ts'
import { schema } from './schema.ts'
import { sections } from './sections/sections.ts'
import { title } from './title.ts'
import { tradeoffReason } from './tradeoff-reason.ts'
import { unique } from './unique.ts'
import { unusedException } from './unused-exception.ts'

/** Every rule, in the order of the pipeline. */
export const rules: readonly Rule[] = [
  read,
  encoding,
  frontMatter,
  schema,
  plainMarkdown,
  fileName,
  title,
  sections,
  points,
  modelPath,
  tradeoffReason,
  modelDominates,
  rubricCoverage,
  rubricEvidence,
  promptLeak,
  answerLength,
  placeholder,
  links,
  linkTargets,
  unique,
  nearDuplicate,
  redirects,
  definitions,
  unusedException,
]
