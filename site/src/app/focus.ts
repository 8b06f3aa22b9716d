/** Scrolls to the top and focuses the heading, for changes of the page that don't change the route. */
export function focusTitle(): void {
  scrollTo({ top: 0, behavior: 'instant' })
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

/** Scrolls to a heading and focuses it, so that keyboard navigation continues from there. */
export function focusHeading(id: string): void {
  const heading = document.getElementById(id)
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView()
}

/** Puts the cursor into the first field of the page, without leaving the top of it. */
export function focusFirstField(): void {
  document.querySelector<HTMLElement>('main textarea')?.focus({ preventScroll: true })
}

/** Leaves a text area with Escape, so that the keys of the page work again. */
export function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing) return
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur()
}

/** A `ref` that focuses a new heading and shows what it begins, wherever the focus was, unless somebody types. */
export function focusStep(element: HTMLElement | null): void {
  if (!element) return
  setTimeout(() => {
    if (document.activeElement?.closest('textarea, input, select')) return
    element.focus({ preventScroll: true })
    element.closest('[data-step]')?.scrollIntoView({ block: 'nearest' })
  })
}

/** A `ref` that focuses an element which replaces the focused one. Focus elsewhere on the page stays put. */
export function focusIfLost(element: HTMLElement | null, options?: FocusOptions): void {
  if (!element) return
  // The replaced element loses focus only after this turn.
  setTimeout(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) element.focus(options)
  })
}

/** A `ref` that focuses what the learner has asked for once it is there. */
export const focusOnce = (element: HTMLElement | null): void => element?.focus()
