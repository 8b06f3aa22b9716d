import type { Drill, ReadVerdicts } from 'audio-text-drills'
import { answerOf } from '../core/model/attempt.ts'
import { failure, type Result, success } from '../core/model/result.ts'
import type { Attempt } from '../core/model/types.ts'

/**
 * The text for a person or a language model that grades the answer.
 * @throws when the answer is too long for it
 */
export async function textForReviewer(drill: Drill, attempt: Attempt): Promise<string> {
  const { gradingPrompt } = await import('audio-text-drills')
  return gradingPrompt(drill, answerOf(attempt))
}

/** Reads the reply of a reviewer. A reply that is no verdict is a failure in plain words. */
export async function readReply(
  reply: string,
  drill: Drill,
  attempt: Attempt,
): Promise<Result<ReadVerdicts, string>> {
  const { readVerdicts } = await import('audio-text-drills')
  try {
    return success(readVerdicts(reply, drill, answerOf(attempt)))
  } catch (error) {
    return failure(error instanceof Error ? error.message : 'a reply of an unknown sort')
  }
}
