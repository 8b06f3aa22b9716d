import { useEffect, useRef, useState } from 'preact/hooks'

/** How long somebody who types must pause before a count is read out. */
const pause = 1000

/** A count that follows what is typed. It is read out once the typing pauses, and not when the page opens. */
export function SpokenCount({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('')
  const last = useRef(text)
  useEffect(() => {
    if (last.current === text) return undefined
    const timer = setTimeout(() => {
      last.current = text
      setSaid(text)
    }, pause)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <>
      <p class="quiet count">{text}</p>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}
