/** A `ref` that lets a panel of the bar open upwards while the bar is at the end of the screen. */
export function openUpwards(panel: HTMLElement | null): (() => void) | undefined {
  const bar = panel?.offsetParent
  if (!panel || !bar) return undefined
  const place = (): void => {
    panel.dataset['up'] = String(bar.getBoundingClientRect().top > innerHeight / 2)
  }
  place()
  addEventListener('resize', place)
  addEventListener('scroll', place, { passive: true })
  return () => {
    removeEventListener('resize', place)
    removeEventListener('scroll', place)
  }
}
