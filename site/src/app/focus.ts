/** Goes to the top of the page and gives the focus to its heading, when the page has changed without a route. */
export function focusTitle(): void {
  scrollTo({ top: 0, behavior: 'instant' })
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

/** Goes to a heading and gives it the focus, so that the keyboard goes on from there. */
export function focusHeading(id: string): void {
  const heading = document.getElementById(id)
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView()
}

/**
 * Gives the focus to an element that has just appeared in the place of the one that had it; for `ref`. Whoever
 * has the focus elsewhere keeps it.
 */
export function focusIfLost(element: HTMLElement | null): void {
  if (!element) return
  // The element that had the focus is only gone after this turn.
  setTimeout(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) element.focus()
  })
}
