import { useEffect, useRef } from 'preact/hooks'

/**
 * Handles a key together with Alt, in text areas too.
 * @param name a lowercase `KeyboardEvent.key`
 * @param code the `KeyboardEvent.code` of that key, for systems on which Alt turns it into another letter
 */
export function useChord(name: string, code: string, act: () => void): void {
  const newest = useRef(act)
  newest.current = act
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isChord = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (!isChord || event.isComposing || document.querySelector('dialog[open]')) return
      if (event.key.toLowerCase() !== name && event.code !== code) return
      event.preventDefault()
      if (!event.repeat) newest.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [name, code])
}
