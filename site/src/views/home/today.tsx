import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { dueText, titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { nextToTry, type Row } from '../../core/catalog/catalog.ts'
import { trackOf, trackStanding } from '../../core/catalog/track.ts'
import { dateOf, endOfDay } from '../../core/model/day.ts'
import { newestOpen } from '../../core/model/library.ts'
import { plural } from '../../core/model/plural.ts'
import { stageWords } from '../../core/model/stage-words.ts'
import { dueUntil } from '../../core/progress/progress.ts'
import { LazyPlanToday } from './lazy-plan-today.tsx'

/** Today's tasks: those of the plan, whose last day has nothing but the morning; or what is open and due. */
export function Today({ rows }: { readonly rows: readonly Row[] }) {
  const { library, session } = useApp()
  const { plan, dayStart } = library.settings
  if (plan === null) return <DueToday rows={rows} />
  const today = dateOf(session.now(), dayStart)
  if (today < plan.date) return <LazyPlanToday plan={plan} />
  if (today === plan.date) return <InterviewOver isToday={true} />
  return (
    <>
      <InterviewOver isToday={false} />
      <DueToday rows={rows} />
    </>
  )
}

function InterviewOver({ isToday }: { readonly isToday: boolean }) {
  return (
    <section class="today" aria-labelledby="interview-title">
      <h2 id="interview-title">{isToday ? 'Your interview is today' : 'How did it go?'}</h2>
      <p>
        {isToday
          ? 'The plan ends here. For the morning it keeps what was weakest, your notes and a few cards.'
          : 'The date of your plan is over.'}
      </p>
      <a href={href('plan')}>{isToday ? 'See what is left for the morning' : 'Change or end the plan'}</a>
    </section>
  )
}

/** Open attempts, then drills and criteria that are due. */
function DueToday({ rows }: { readonly rows: readonly Row[] }) {
  const { library, session } = useApp()
  const now = session.now()
  const published = new Set(rows.map(({ entry }) => entry.id))
  const due = dueUntil(library, endOfDay(now, library.settings.dayStart), (id) => published.has(id))
  // The one that was worked on last stands above, with its clock.
  const first = newestOpen(library)?.id
  const open = rows.filter(({ progress }) => progress.open !== null && progress.open.id !== first)
  const track = trackOf(tracks, library.settings.track)
  const ofTrack = track && trackStanding(track, library).next
  const next = rows.find(({ entry }) => entry.id === ofTrack) ?? nextToTry(rows)
  const isFree = open.length + due.drills.length + due.criteria.length === 0
  const isOpen = first !== undefined
  return (
    <section class="today" aria-labelledby="today-title">
      <h2 id="today-title">Today</h2>
      <ul>
        {open.map(({ entry, progress }) => (
          <li key={entry.id}>
            <a href={href('drill', entry.id)}>{entry.title}</a>
            <small>{progress.open && stageWords[progress.open.stage]}: continue</small>
          </li>
        ))}
        {due.drills.map(({ id, drillId, memory }) => (
          <li key={id}>
            <a href={href('drill', drillId)}>{titleOf(drillId)}</a>
            <small>{dueText(memory.due, now, library.settings.dayStart)}: run it again</small>
          </li>
        ))}
        {due.criteria.length > 0 && (
          <li>
            <a href={href('repeat')}>{plural(due.criteria.length, 'card')} to repeat</a>
            <small>a minute each</small>
          </li>
        )}
        {isFree && isOpen && <li>Nothing else is due.</li>}
        {isFree && !isOpen && next && (
          <li>
            <a href={href('drill', next.entry.id)}>{next.entry.title}</a>
            <small>
              {next.entry.minutes} min ·{' '}
              {track && next.entry.id === ofTrack
                ? `next in “${track.title}”`
                : 'nothing is due: try a new one'}
            </small>
          </li>
        )}
        {isFree && !isOpen && !next && <li>Nothing is due. Rest, or pick any drill.</li>}
      </ul>
      {library.settings.plan === null && (
        <p class="plan-link">
          Is there a date for your interview? <a href={href('plan')}>Make a plan up to it</a>
        </p>
      )}
    </section>
  )
}
