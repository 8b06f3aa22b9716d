import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { LockState } from '../../platform/lock.ts'

/**
 * Keeps the focus while another tab takes an attempt over and gives it back: it goes to the button that takes it back,
 * and then to what it was in.
 * @param button takes the attempt over
 */
export function useLockFocus(state: LockState, button: RefObject<HTMLButtonElement | null>): void {
  const before = useRef(state)
  const left = useRef<Element | null>(null)
  // Asked before the page changes: what is disabled or taken away has lost the focus afterwards.
  const focused = document.activeElement
  useLayoutEffect(() => {
    const was = before.current
    before.current = state
    if (state === 'elsewhere' && focused?.closest('fieldset.attempt')) {
      left.current = focused
      button.current?.focus()
    }
    const isElsewhere = focused && focused !== document.body && focused.closest('.banner') === null
    if (was !== 'elsewhere' || state !== 'held' || isElsewhere) return
    const back = left.current?.isConnected ? left.current : document.querySelector('h1')
    left.current = null
    if (back instanceof HTMLElement) back.focus()
  }, [state, button])
}
