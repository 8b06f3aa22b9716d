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
  useLayoutEffect(() => {
    const was = before.current
    before.current = state
    const { activeElement } = document
    if (state === 'elsewhere' && activeElement?.closest('fieldset.attempt')) {
      left.current = activeElement
      button.current?.focus()
    }
    if (was !== 'elsewhere' || state !== 'held') return
    const back = left.current?.isConnected ? left.current : document.querySelector('h1')
    left.current = null
    if (back instanceof HTMLElement && (activeElement === null || activeElement === document.body))
      back.focus()
  }, [state, button])
}
