import { useRef } from 'preact/hooks'
import { useResource } from '../../app/use-resource.ts'
import type { HelpDialogProps } from './help-dialog.tsx'

/** The list of keyboard shortcuts, fetched when it is first opened. */
export function LazyHelp(props: HelpDialogProps) {
  const wasOpened = useRef(false)
  wasOpened.current ||= props.isOpen
  const resource = useResource(wasOpened.current ? 'help' : null, () => import('./help-dialog.tsx'))
  if (resource.state !== 'ready') return null
  const { HelpDialog } = resource.value
  return <HelpDialog {...props} />
}
