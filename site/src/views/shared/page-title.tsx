import about from 'virtual:about'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'

interface PageTitleProps {
  /** The document title. */
  readonly title: string
  readonly children?: ComponentChildren
}

/** The only `h1` of a page. It sets the document title and takes the focus after navigation. */
export function PageTitle({ title, children = title }: PageTitleProps) {
  const { visit, top } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${about.title}`
  }, [title])
  useEffect(() => {
    if (visit === 0) return
    scrollTo({ top, behavior: 'instant' })
    heading.current?.focus({ preventScroll: true })
  }, [visit])
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto">
      {children}
    </h1>
  )
}
