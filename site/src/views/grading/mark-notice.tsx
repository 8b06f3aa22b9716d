import { useApp } from '../../app/app-context.ts'
import { markReason } from '../../core/mark.ts'
import type { Attempt } from '../../core/types.ts'

/** Says, before an attempt is finished, that it will move no schedule, and why. */
export function MarkNotice({ attempt }: { readonly attempt: Attempt }) {
  const { library } = useApp()
  const reason = markReason(library, attempt)
  return reason === null ? null : <p class="mark-notice">{reason}</p>
}
