/** Text by the learner, always shown as plain text. */
export function LearnerText({ text }: { readonly text: string }) {
  return text.trim() === '' ? (
    <p class="quiet">Nothing written.</p>
  ) : (
    <div class="own-text" dir="auto">
      {text}
    </div>
  )
}
