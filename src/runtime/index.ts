/** The code of the published package. It is bundled on its own, runs in browsers, and depends on nothing. */
export { AnswerError, assessor } from './assess.ts'
export { gradingPrompter } from './grading-prompt.ts'
export { verdictReader } from './read-verdicts.ts'
export { resolver } from './resolve.ts'
export { scorer } from './score.ts'
export { upgradeReporter } from './upgrade.ts'
