import { useApp } from '../../app/app-context.ts'
import { deleteAttempt } from '../../app/delete-attempt.ts'
import { dateTimeText } from '../../app/format.ts'
import type { Attempt } from '../../core/model/types.ts'
import { ConfirmButton } from './confirm-button.tsx'

interface DeleteAttemptButtonProps {
  readonly attempt: Pick<Attempt, 'id' | 'createdAt'>
  /** Whether it stands in a list of attempts. */
  readonly isListed?: boolean
  readonly onDeleted: () => void
}

/** Deletes one attempt, once the learner has confirmed what goes with it. */
export function DeleteAttemptButton({ attempt, isListed = false, onDeleted }: DeleteAttemptButtonProps) {
  const { session } = useApp()
  const date = dateTimeText(attempt.createdAt)
  const act = async (): Promise<void> => {
    await deleteAttempt(session, attempt)
    onDeleted()
  }
  return (
    <ConfirmButton
      class="text-button danger"
      label={isListed ? 'Delete' : 'Delete this attempt'}
      {...(isListed ? { of: `the attempt of ${date}` } : {})}
      question={`The attempt of ${date} will be deleted from this browser: what you wrote and noted, its grades and its recordings. The dates at which the drill and its criteria are due stay as they are. Only an exported file can bring it back.`}
      confirm="Delete it"
      cancel="Keep it"
      onConfirm={() => void act()}
    />
  )
}
