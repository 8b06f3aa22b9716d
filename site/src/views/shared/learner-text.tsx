/** What the learner wrote: plain text, whatever it looks like. */
export function LearnerText({ text }: { readonly text: string }) {
  return text.trim() === '' ? <p class="quiet">Nothing written.</p> : <div class="own-text">{text}</div>
}
