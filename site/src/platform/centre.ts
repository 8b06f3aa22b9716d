/**
 * Scrolls a box, and nothing around it, so that something in it stands in its middle. Does nothing where all of the box is
 * seen.
 */
export function centre(box: HTMLElement | null, item: HTMLElement | null | undefined): void {
  if (!box || !item) return
  const [outer, inner] = [box.getBoundingClientRect(), item.getBoundingClientRect()]
  box.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
}
