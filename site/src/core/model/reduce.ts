import type { Action } from './actions.ts'
import { isBlank, stageOf, textOf } from './attempt.ts'
import { reduceFollowUps } from './follow-ups.ts'
import { latest, longest, longestSetBack, mostCounted, mostKept, within } from './limits.ts'
import { canonicalJson, omit, ownValue } from './objects.ts'
import { actBehind, clampFactor, settle } from './timer.ts'
import type { Attempt, GradedCriterion, Instant, TickedFlag } from './types.ts'

const minute = 60_000

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

function setCriteria(attempt: Attempt, criteria: readonly GradedCriterion[]): Attempt {
  if (canonicalJson(attempt.criteria) === canonicalJson(criteria)) return attempt
  const digestIn = (list: readonly GradedCriterion[], criterion: string): string | undefined =>
    list.find(({ id }) => id === criterion)?.digest
  const kept = Object.entries(attempt.grades).filter(
    ([id]) =>
      digestIn(criteria, id) !== undefined && digestIn(criteria, id) === digestIn(attempt.criteria, id),
  )
  const quotes = Object.entries(attempt.quotes).filter(([id]) => digestIn(criteria, id) !== undefined)
  return { ...attempt, criteria, grades: Object.fromEntries(kept), quotes: Object.fromEntries(quotes) }
}

function leaveOut(attempt: Attempt, phase: string, length: number, at: Instant): Attempt {
  const settled = settle(attempt, at, attempt.clock.running)
  return {
    ...settled,
    phases: settled.phases.map((run) =>
      run.id === phase ? { ...run, spent: Math.max(0, Math.round(run.spent - length)) } : run,
    ),
  }
}

function extend(attempt: Attempt, minutes: number): Attempt {
  const grow = (extra: number): number => within(extra + minutes * minute, longest)
  return {
    ...attempt,
    phases: attempt.phases.map((run) =>
      run.id === attempt.phase ? { ...run, extra: grow(run.extra) } : run,
    ),
  }
}

function moveTo(attempt: Attempt, phase: string | undefined, at: Instant): Attempt {
  const isOther = phase !== attempt.phase && attempt.phases.some(({ id }) => id === phase)
  return isOther && phase !== undefined ? { ...settle(attempt, at, attempt.clock.running), phase } : attempt
}

function move(attempt: Attempt, by: 1 | -1, at: Instant): Attempt {
  const index = attempt.phases.findIndex(({ id }) => id === attempt.phase)
  return moveTo(attempt, attempt.phases[index + by]?.id, at)
}

function discard(attempt: Attempt, field: string | null, version: string): Attempt {
  const text = field === null ? attempt.note : ownValue(attempt.texts, field)
  if (!text?.kept.includes(version)) return attempt
  const rest = { ...text, kept: text.kept.filter((each) => each !== version) }
  return field === null
    ? { ...attempt, note: rest }
    : { ...attempt, texts: { ...attempt.texts, [field]: rest } }
}

const isFlag =
  ({ source, id }: TickedFlag) =>
  (other: TickedFlag): boolean =>
    other.source === source && other.id === id

function flag(attempt: Attempt, ticked: TickedFlag, on: boolean): Attempt {
  if (attempt.redFlags.some(isFlag(ticked)) === on) return attempt
  const others = attempt.redFlags.filter((each) => !isFlag(ticked)(each))
  return { ...attempt, redFlags: on ? [...others, ticked] : others }
}

/** Whether an import has left versions of a text. */
const keepsVersions = ({ texts }: Attempt): boolean =>
  Object.values(texts).some(({ kept }) => kept.length > 0)

/** Applies an action regardless of the stage; returns the same attempt when nothing changes. */
function effect(attempt: Attempt, action: Action, at: Instant): Attempt {
  const { clock, timer } = attempt
  switch (action.type) {
    case 'start':
      return { ...settle(attempt, at, true), startedAt: at }
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
    case 'pause':
      return clock.running ? settle(attempt, at, false) : attempt
    case 'resume':
      return clock.running || attempt.startedAt === null ? attempt : settle(attempt, at, true)
    case 'leaveOut':
      return leaveOut(attempt, action.phase, action.length, at)
    case 'extend':
      return extend(attempt, action.minutes)
    case 'skip':
      return move(attempt, 1, at)
    case 'back':
      return move(attempt, -1, at)
    case 'phase':
      return moveTo(attempt, action.phase, at)
    case 'timer':
      return timer.on === action.on ? attempt : { ...attempt, timer: { ...timer, on: action.on } }
    case 'factor': {
      const factor = clampFactor(action.factor)
      return timer.factor === factor ? attempt : { ...attempt, timer: { ...timer, factor } }
    }
    case 'reveal':
      return {
        ...settle(attempt, at, false),
        revealedAt: at,
        readAt: at,
        revealedBeforeWriting: isBlank(attempt),
      }
    case 'read':
      return attempt.readAt === at ? attempt : { ...attempt, readAt: at }
    case 'criteria':
      return setCriteria(attempt, action.criteria)
    case 'grade': {
      const { criterion, grade } = action
      if (!attempt.criteria.some(({ id }) => id === criterion)) return attempt
      if ((ownValue(attempt.grades, criterion) ?? null) === grade) return attempt
      const others = omit(attempt.grades, criterion)
      return { ...attempt, grades: grade === null ? others : { ...others, [criterion]: grade } }
    }
    case 'quote': {
      const { criterion, text } = action
      if (!attempt.criteria.some(({ id }) => id === criterion)) return attempt
      if ((ownValue(attempt.quotes, criterion) ?? null) === text) return attempt
      const others = omit(attempt.quotes, criterion)
      return { ...attempt, quotes: text === null ? others : { ...others, [criterion]: text } }
    }
    case 'verdicts':
      return canonicalJson(attempt.verdicts) === canonicalJson(action.verdicts)
        ? attempt
        : { ...attempt, verdicts: action.verdicts.slice(-mostKept) }
    case 'followUpStart':
    case 'followUpStop':
    case 'followUpLeaveOut':
    case 'followUpWrite':
    case 'followUpReveal':
    case 'followUpGrade': {
      const followUps = reduceFollowUps(attempt.followUps, action, at)
      return followUps === attempt.followUps ? attempt : { ...attempt, followUps }
    }
    case 'flag':
      return flag(attempt, action.flag, action.on)
    case 'note':
      return attempt.note.value === action.text
        ? attempt
        : { ...attempt, note: { ...attempt.note, value: action.text, changedAt: at } }
    case 'discard':
      return discard(attempt, action.field, action.text)
    case 'finish':
      return { ...settle(attempt, at, false), score: action.score, mark: action.mark, finishedAt: at }
    case 'reopen':
      return { ...attempt, score: null, mark: null, finishedAt: null }
  }
}

/** What stays possible with a finished attempt, once its answer was revealed. */
const isAfterReveal = (type: Action['type']): boolean =>
  type === 'read' || type === 'verdicts' || type.startsWith('followUp')

/** Whether the stage allows an action; see the table in `types.ts`. */
export function isAllowed(attempt: Attempt, type: Action['type']): boolean {
  const stage = stageOf(attempt)
  if (type === 'note' || type === 'discard') return true
  // Recordings can be deleted whenever there are any.
  if (type === 'spoken') return true
  if (isAfterReveal(type)) return attempt.revealedAt !== null
  if (stage === 'finished') return type === 'reopen'
  switch (type) {
    case 'start':
      return attempt.startedAt === null
    case 'reveal':
    case 'mode':
    case 'hint':
      return attempt.revealedAt === null
    case 'criteria':
    case 'grade':
    case 'quote':
    case 'flag':
      return stage === 'comparing'
    case 'reopen':
      return false
    default:
      return true
  }
}

/**
 * Applies an action. Pure, and never throws. Returns the same attempt when nothing changes.
 * @param action a time before the attempt's `updatedAt` counts as `updatedAt`
 */
export function reduce(attempt: Attempt, action: Action): Attempt {
  if (!isAllowed(attempt, action.type)) return attempt
  const behind = attempt.updatedAt - Math.round(action.at)
  return behind > longestSetBack
    ? actBehind(attempt, behind, (ahead) => reduceAllowed(ahead, { ...action, at: attempt.updatedAt }))
    : reduceAllowed(attempt, action)
}

function reduceAllowed(attempt: Attempt, action: Action): Attempt {
  const at = within(Math.max(Math.round(action.at), attempt.updatedAt), latest)
  const next = effect(attempt, action, at)
  // Looking is no change: it must not win over one that was made elsewhere.
  if (action.type === 'read') return next
  return next === attempt
    ? attempt
    : { ...next, updatedAt: at, revision: within(attempt.revision + 1, mostCounted) }
}
