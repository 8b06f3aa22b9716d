/** A worksheet omits everything that gives away the answer, even after the reveal. */
export type Printed = 'page' | 'worksheet'

/** Opens all `details` elements, for browsers that can't do so in CSS; returns a function that closes them again. */
function unfold(): () => void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
  for (const details of folded) details.open = true
  return () => {
    for (const details of folded) details.open = false
  }
}

/** Prints the page as shown or as a worksheet. print.css relies on the class set here while printing. */
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
