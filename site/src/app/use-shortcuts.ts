import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from './app-context.ts'

/** Actions by lowercase `KeyboardEvent.key`. */
export type Shortcuts = Readonly<Record<string, () => void>>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('textarea, input, select, [contenteditable]') !== null

/** Radio buttons and checkboxes use only the arrow keys and Space. */
const isChoice = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')

/** Handles keys without modifiers, outside text fields and dialogs, unless the settings turn them off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const { library } = useApp()
  const isOn = library.settings.shortcuts
  const newest = useRef(shortcuts)
  newest.current = shortcuts
  // Not after the next frame: a key that is pressed as soon as the page is there would be lost.
  useLayoutEffect(() => {
    if (!isOn) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      if (isTyping(event.target) && !isChoice(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const name = event.key.toLowerCase()
      const act = Object.hasOwn(newest.current, name) ? newest.current[name] : undefined
      if (!act) return
      event.preventDefault()
      // A key that is held down acts once.
      if (!event.repeat) act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [isOn])
}
