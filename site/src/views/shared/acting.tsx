import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LockState } from '../../platform/lock.ts'

/** Which tab may change the attempt on the screen. */
export const LockContext = createContext<LockState>('held')

/** Controls that change a finished attempt: locked while another tab has it, where the rest can still be read. */
export function Acting({ children }: { readonly children: ComponentChildren }) {
  const lock = useContext(LockContext)
  return (
    <fieldset class="acting" disabled={lock === 'elsewhere'}>
      {children}
    </fieldset>
  )
}
