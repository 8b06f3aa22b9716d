import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { centre } from '../../platform/centre.ts'

export interface Tab {
  readonly id: string
  readonly label: string
  readonly content: ComponentChildren
}

interface TabsProps {
  /** What the tabs are parts of, for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly current: string
  readonly onOpen: (id: string) => void
  /** Links that stand after the tabs. */
  readonly children?: ComponentChildren
}

const tabId = (id: string): string => `tab-${id}`
const panelId = (id: string): string => `panel-${id}`

/** Moves the focus to the heading of what a tab shows, and brings the tabs to the top when that is low on the screen. */
export function focusTab(id: string): void {
  const headings = [
    ...(document.getElementById(panelId(id))?.querySelectorAll<HTMLElement>('h2, h3[tabindex]') ?? []),
  ].filter((each) => each.getClientRects().length > 0)
  // The one that is seen, where another one is only for screen readers.
  const heading = headings.find((each) => each.hasAttribute('tabindex')) ?? headings[0]
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  const { top, bottom } = heading.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight / 2)
    document.getElementById(tabId(id))?.scrollIntoView({ block: 'start', behavior: 'instant' })
}

/** Where the keys lead from a tab. */
function target(key: string, index: number, count: number): number | null {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** Parts of a page of which one is seen at a time. The others stay in the page, because they are printed. */
export function Tabs({ label, tabs, current, onOpen, children }: TabsProps) {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => centre(strip.current, document.getElementById(tabId(current))), [current])
  const press = (event: KeyboardEvent, index: number): void => {
    const next = tabs[target(event.key, index, tabs.length) ?? -1]
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onOpen(next.id)
    document.getElementById(tabId(next.id))?.focus()
  }
  return (
    <>
      <div class="tabs" ref={strip}>
        <div class="tab-list" role="tablist" aria-label={label}>
          {tabs.map(({ id, label: words }, index) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={tabId(id)}
              aria-selected={id === current}
              aria-controls={panelId(id)}
              tabIndex={id === current ? 0 : -1}
              onClick={() => onOpen(id)}
              onKeyDown={(event) => press(event, index)}
            >
              {words}
            </button>
          ))}
        </div>
        {children}
      </div>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          class="tab-panel"
          role="tabpanel"
          id={panelId(id)}
          aria-labelledby={tabId(id)}
          hidden={id !== current}
        >
          {content}
        </div>
      ))}
    </>
  )
}
