/** The element id of a marked phrase. */
export const evidenceId = (evidence: string): string => `evidence-${evidence}`
/** The element id of a criterion, and that of its heading. */
export const criterionId = (criterion: string): string => `criterion-${criterion}`
export const criterionTitleId = (criterion: string): string => `criterion-${criterion}-title`

/** Scrolls to an element, focuses it and highlights it briefly. */
export function focusAndHighlight(id: string): void {
  const element = document.getElementById(id)
  if (!element) return
  // Marked phrases become focusable only once a link leads to them.
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'center' })
  element.classList.add('lit')
  setTimeout(() => element.classList.remove('lit'), 2000)
}

/** Focuses the heading of a part, and scrolls to that only when its head or its end is out of sight. */
export function focusStep(id: string): void {
  const heading = document.getElementById(id)
  if (!heading) return
  heading.focus({ preventScroll: true })
  const part = heading.closest('section') ?? heading
  const end = document.querySelector('.finish-bar')?.getBoundingClientRect().top ?? innerHeight
  const { top, bottom } = heading.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight / 2 || part.getBoundingClientRect().bottom > end)
    part.scrollIntoView({ block: 'start', behavior: 'instant' })
}
