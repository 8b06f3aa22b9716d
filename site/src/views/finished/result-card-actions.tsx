import about from 'virtual:about'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { dateText, dateTimeText } from '../../app/format.ts'
import { resultCard } from '../../core/grading/result-card.ts'
import { scorecard } from '../../core/grading/scorecard.ts'
import type { Attempt } from '../../core/model/types.ts'
import { copyText } from '../../platform/clipboard.ts'
import { download, downloadBlob } from '../../platform/download.ts'

const nameOf = ({ drillId, createdAt }: Attempt): string =>
  `${drillId}-${new Date(createdAt).toISOString().slice(0, 10)}`

/** Takes the result out of the browser: as an image, as a file, or as text to paste. */
export function ResultCardActions({ attempt }: { readonly attempt: Attempt }) {
  const { session } = useApp()
  const [message, setMessage] = useState('')
  const markdown = (withAnswer: boolean): string =>
    scorecard(attempt, { now: session.now(), dateText: dateTimeText, withAnswer })
  const save = (withAnswer: boolean): void => {
    download(`scorecard-${nameOf(attempt)}.md`, 'text/markdown', markdown(withAnswer))
    setMessage('')
  }
  const saveImage = async (): Promise<void> => {
    // Only who wants the image needs the code that draws it.
    const { cardImage } = await import('../../platform/card-image.ts')
    const image = await cardImage(resultCard(attempt, dateText), about.title)
    if (image) downloadBlob(`result-${nameOf(attempt)}.png`, image)
    setMessage(image ? '' : 'This browser can’t draw the image. The scorecard says the same in words.')
  }
  const copy = async (): Promise<void> => {
    setMessage(
      (await copyText(markdown(false)))
        ? 'The scorecard is in the clipboard, as Markdown.'
        : 'This browser doesn’t let the page copy. Download the scorecard instead.',
    )
  }
  return (
    <details class="result-card">
      <summary>Take the result with you</summary>
      <div class="buttons">
        <button type="button" onClick={() => void saveImage()}>
          Download as an image
        </button>
        <button type="button" onClick={() => void copy()}>
          Copy the scorecard
        </button>
        <button type="button" onClick={() => save(false)}>
          Download the scorecard
        </button>
        <button type="button" onClick={() => save(true)}>
          Download it with my answer
        </button>
      </div>
      <p role="status">{message}</p>
    </details>
  )
}
