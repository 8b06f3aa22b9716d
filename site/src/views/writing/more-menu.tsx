import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useEscape } from '../../app/use-escape.ts'
import { openUpwards } from './open-upwards.ts'

/** A button that unfolds what is rarely wanted. Escape and a click elsewhere fold it again. */
export function MoreMenu({ children }: { readonly children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const close = useCallback((): void => {
    setOpen(false)
    opener.current?.focus()
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
    <div class="more" ref={menu}>
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
