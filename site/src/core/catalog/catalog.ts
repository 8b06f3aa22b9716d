import type { CatalogEntry } from 'audio-text-drills'
import type { Instant } from '../model/types.ts'
import type { Progress } from '../progress/progress.ts'
import { startsWords } from './searchable.ts'

/** What every list of drills needs of the catalog. Its names are compared with stored ones, which may be of any version. */
export interface MenuEntry extends Omit<CatalogEntry, 'id' | 'topics' | 'modelPath' | 'digests'> {
  readonly id: string
  readonly modelPath: readonly string[]
  /** How many follow-ups its second round has. */
  readonly followUps: number
}

/** The topics of each drill, by its id. They are no part of the menu: only search and filters need them. */
export type Topics = ReadonlyMap<string, readonly string[]>

/** `reading` is the order of the package, `weakest` puts the lowest last score first. */
export type Order = 'reading' | 'title' | 'difficulty' | 'due' | 'weakest' | 'oldest'

/** How far the learner is with a drill: never finished, open, finished. A finished drill can be open again. */
export type DrillState = 'new' | 'open' | 'done'
export const drillStates = ['new', 'open', 'done'] as const satisfies readonly DrillState[]

/** Up to 10 minutes, or longer. */
export type Length = 'short' | 'long'
export const lengths = ['short', 'long'] as const satisfies readonly Length[]

export const lengthOfEntry = ({ minutes }: Pick<MenuEntry, 'minutes'>): Length =>
  minutes <= 10 ? 'short' : 'long'

export const isInState = ({ progress }: Row, state: DrillState): boolean => {
  if (state === 'open') return progress.open !== null
  return state === 'done' ? progress.finished > 0 : progress.finished === 0 && progress.open === null
}

/** Filter and order of a list. An empty array matches everything; several values match any of them. */
export interface Filter {
  readonly kinds: readonly MenuEntry['kind'][]
  readonly states: readonly DrillState[]
  readonly lengths: readonly Length[]
  readonly categories: readonly MenuEntry['categories'][number][]
  readonly components: readonly string[]
  readonly difficulties: readonly MenuEntry['difficulty'][]
  readonly topics: readonly string[]
  /** Only drills that are due, or have a criterion due, by this time; null for all. */
  readonly dueUntil: Instant | null
  /** Words to find in title or topics. */
  readonly search: string
  readonly order: Order
}

export const noFilter: Filter = {
  kinds: [],
  states: [],
  lengths: [],
  categories: [],
  components: [],
  difficulties: [],
  topics: [],
  dueUntil: null,
  search: '',
  order: 'reading',
}

/** A drill with the learner's progress. */
export interface Row {
  readonly entry: MenuEntry
  readonly progress: Progress
}

const levels = ['core', 'advanced', 'expert']

const some = <Value>(wanted: readonly Value[], values: readonly Value[]): boolean =>
  wanted.length === 0 || wanted.some((each) => values.includes(each))

/** The earliest due date of a drill or its criteria; null when nothing is scheduled. */
export function firstDue({ due, criterionCards }: Progress): Instant | null {
  const instants = [...(due === null ? [] : [due]), ...criterionCards.map(({ memory }) => memory.due)]
  return instants.length === 0 ? null : Math.min(...instants)
}

function fits(row: Row, filter: Filter, ofDrills: Topics): boolean {
  const { entry, progress } = row
  const topics = ofDrills.get(entry.id) ?? []
  const due = firstDue(progress)
  return (
    some(filter.kinds, [entry.kind]) &&
    some(filter.lengths, [lengthOfEntry(entry)]) &&
    (filter.states.length === 0 || filter.states.some((state) => isInState(row, state))) &&
    some(filter.categories, entry.categories) &&
    some(filter.components, entry.modelPath) &&
    some(filter.difficulties, [entry.difficulty]) &&
    some(filter.topics, topics) &&
    (filter.dueUntil === null || (due !== null && due <= filter.dueUntil)) &&
    startsWords(filter.search, [entry.title, ...topics])
  )
}

/** Sort keys by order. Rows without a key come last; ties keep the reading order. */
const keys = {
  reading: () => 0,
  title: ({ entry }) => entry.title.toLowerCase(),
  difficulty: ({ entry }) => levels.indexOf(entry.difficulty),
  due: ({ progress }) => firstDue(progress),
  weakest: ({ progress }) => progress.counted,
  oldest: ({ progress }) => progress.last?.finishedAt ?? null,
} as const satisfies Record<Order, (row: Row) => number | string | null>

function byKey(order: Order): (a: Row, b: Row) => number {
  const keyOf: (row: Row) => number | string | null = keys[order]
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === right) return 0
    if (left === null || right === null) return left === null ? 1 : -1
    return left < right ? -1 : 1
  }
}

/** Filters and sorts rows. */
export const queryCatalog = (rows: readonly Row[], filter: Filter, topics: Topics): readonly Row[] =>
  rows.filter((row) => fits(row, filter, topics)).sort(byKey(filter.order))

/** What to try next: of the drills never attempted the easiest, of those the shortest; ties keep the order of rows. */
export const nextToTry = (rows: readonly Row[]): Row | undefined =>
  rows
    .filter(({ progress }) => progress.attempts === 0)
    .sort(
      (a, b) =>
        levels.indexOf(a.entry.difficulty) - levels.indexOf(b.entry.difficulty) ||
        a.entry.minutes - b.entry.minutes,
    )[0]

/** All drills in reading order, with progress. */
export const rowsOf = (
  catalog: readonly MenuEntry[],
  progress: (drillId: string) => Progress,
): readonly Row[] => catalog.map((entry) => ({ entry, progress: progress(entry.id) }))
