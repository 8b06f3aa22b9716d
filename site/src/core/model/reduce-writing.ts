import type { Action } from './actions.ts'
import { isBlank, textOf } from './attempt.ts'
import { canonicalJson, omit, ownValue } from './objects.ts'
import { settle } from './timer.ts'
import type { Attempt, Instant } from './types.ts'

/** Starts the clock with the first words, in the phase of their field. */
function begun(attempt: Attempt, field: string, at: Instant): Attempt {
  if (attempt.startedAt !== null || attempt.revealedAt !== null) return attempt
  const phase = attempt.fields.find(({ id }) => id === field)?.phase ?? attempt.phase
  return { ...settle(attempt, at, true), startedAt: at, phase }
}

function write(attempt: Attempt, field: string, value: string, at: Instant): Attempt {
  if (!attempt.fields.some(({ id }) => id === field) || textOf(attempt, field) === value) return attempt
  const kept = ownValue(attempt.texts, field)?.kept ?? []
  return {
    ...begun(attempt, field, at),
    texts: { ...attempt.texts, [field]: { value, changedAt: at, kept } },
    editedAfterReveal: attempt.editedAfterReveal || attempt.revealedAt !== null,
  }
}

/** Whether an import has left versions of a text. */
const keepsVersions = ({ texts }: Attempt): boolean =>
  Object.values(texts).some(({ kept }) => kept.length > 0)

function discard(attempt: Attempt, field: string | null, version: string): Attempt {
  const text = field === null ? attempt.note : ownValue(attempt.texts, field)
  if (!text?.kept.includes(version)) return attempt
  const rest = { ...text, kept: text.kept.filter((each) => each !== version) }
  return field === null
    ? { ...attempt, note: rest }
    : { ...attempt, texts: { ...attempt.texts, [field]: rest } }
}

type WritingAction = Extract<
  Action,
  { readonly type: 'mode' | 'hint' | 'write' | 'spoken' | 'note' | 'discard' }
>

/** Applies an action on texts and what helps with them; returns the same attempt when nothing changes. */
export function reduceWriting(attempt: Attempt, action: WritingAction, at: Instant): Attempt {
  switch (action.type) {
    case 'mode':
      return attempt.mode === action.mode || !isBlank(attempt) || keepsVersions(attempt)
        ? attempt
        : { ...attempt, mode: action.mode, fields: action.fields, texts: {} }
    case 'hint': {
      const before = ownValue(attempt.hints, action.section)
      if (before === action.hint || before === 'instructions') return attempt
      return { ...attempt, hints: { ...attempt.hints, [action.section]: action.hint } }
    }
    case 'write':
      return write(attempt, action.field, action.text, at)
    case 'spoken': {
      const { part, spoken } = action
      if (canonicalJson(ownValue(attempt.spoken, part) ?? null) === canonicalJson(spoken)) return attempt
      const others = omit(attempt.spoken, part)
      return { ...attempt, spoken: spoken === null ? others : { ...others, [part]: spoken } }
    }
    case 'note':
      return attempt.note.value === action.text
        ? attempt
        : { ...attempt, note: { ...attempt.note, value: action.text, changedAt: at } }
    case 'discard':
      return discard(attempt, action.field, action.text)
  }
}
