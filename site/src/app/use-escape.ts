import { useLayoutEffect } from 'preact/hooks'

/** Closes something with Escape, whatever has the focus, before the key means anything else. */
export function useEscape(isOpen: boolean, close: () => void): void {
  // Not after the next frame: the key may follow at once.
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [isOpen, close])
}
