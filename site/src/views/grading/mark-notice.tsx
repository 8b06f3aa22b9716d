import { useApp } from '../../app/app-context.ts'
import { markReason } from '../../core/grading/mark.ts'
import type { Attempt } from '../../core/model/types.ts'

/** Says, before an attempt is finished, that it will move no schedule, and why. */
export function MarkNotice({ attempt }: { readonly attempt: Attempt }) {
  const { library } = useApp()
  const reason = markReason(library, attempt)
  return reason === null ? null : <p class="mark-notice">{reason}</p>
}
