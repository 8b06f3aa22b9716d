/** A worksheet leaves out all that tells the answer, also where it was revealed. */
export type Printed = 'page' | 'worksheet'

/** Opens what is folded, for engines whose style sheets can't, and gives how to fold it again. */
function unfold(): () => void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
  for (const details of folded) details.open = true
  return () => {
    for (const details of folded) details.open = false
  }
}

/** Prints the page with the answer that it shows, or as a worksheet. What print.css needs is there only meanwhile. */
export function printPage(printed: Printed): void {
  const root = document.documentElement
  const fold = CSS.supports('selector(::details-content)') ? undefined : unfold()
  root.classList.toggle('print-worksheet', printed === 'worksheet')
  const end = (): void => {
    root.classList.remove('print-worksheet')
    fold?.()
  }
  addEventListener('afterprint', end, { once: true })
  print()
}
