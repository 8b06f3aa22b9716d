/** A `ref` that lets a panel of the bar open upwards while the bar is at the end of the screen. */
export function openUpwards(panel: HTMLElement | null): void {
  const bar = panel?.offsetParent
  if (panel && bar) panel.dataset['up'] = String(bar.getBoundingClientRect().top > innerHeight / 2)
}
