import type { Ref } from 'preact'
import { trustedHtml } from '../../platform/trusted-html.ts'

interface HtmlProps {
  /** An `html` field of the package, sanitised when it was built. Never pass anything else. */
  readonly html: string
  readonly class?: string
  readonly id?: string
  readonly elementRef?: Ref<HTMLDivElement>
}

/** The only component that inserts HTML. */
export function Html({ html, class: name = '', id, elementRef }: HtmlProps) {
  return (
    <div
      class={`prose ${name}`}
      {...(id === undefined ? {} : { id })}
      {...(elementRef ? { ref: elementRef } : {})}
      dangerouslySetInnerHTML={{ __html: trustedHtml(html) }}
    />
  )
}
