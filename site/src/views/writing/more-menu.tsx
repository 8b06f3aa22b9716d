import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { focusIfLost } from '../../app/focus.ts'
import { useEscape } from '../../app/use-escape.ts'
import { openUpwards } from './open-upwards.ts'

/** A button that unfolds what is rarely wanted. Escape, a click elsewhere and Tab out of it fold it again. */
export function MoreMenu({ children }: { readonly children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const close = useCallback((): void => {
    setOpen(false)
    // Who writes meanwhile goes on.
    if (menu.current?.contains(document.activeElement)) opener.current?.focus()
    else focusIfLost(opener.current)
  }, [])
  useEscape(isOpen, close)
  useEffect(() => {
    if (!isOpen) return undefined
    const press = ({ target }: Event): void => {
      if (target instanceof Node && !menu.current?.contains(target)) setOpen(false)
    }
    addEventListener('pointerdown', press)
    return () => removeEventListener('pointerdown', press)
  }, [isOpen])
  return (
    <div
      class="more"
      ref={menu}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button ref={opener} type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        More
      </button>
      {isOpen && (
        <div class="more-panel" ref={openUpwards}>
          {children}
        </div>
      )}
    </div>
  )
}
