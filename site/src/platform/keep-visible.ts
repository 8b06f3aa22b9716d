/**
 * Keeps an element that sticks to the top in sight where the keyboard of a phone covers the page instead of making it
 * smaller: there the visible part moves within the page, and `top` follows it. Does nothing while the page is enlarged
 * with two fingers.
 * @returns a function that ends it
 */
export function keepVisible(element: HTMLElement): () => void {
  const view = window.visualViewport
  if (!view) return () => undefined
  const follow = (): void => {
    const top = view.scale === 1 ? Math.max(0, Math.round(view.offsetTop)) : 0
    element.style.top = top === 0 ? '' : `${top}px`
  }
  view.addEventListener('resize', follow)
  view.addEventListener('scroll', follow)
  return () => {
    view.removeEventListener('resize', follow)
    view.removeEventListener('scroll', follow)
  }
}
