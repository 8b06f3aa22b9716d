import menu from 'virtual:menu'
import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { loadTracks } from '../../app/reference.ts'
import { href, type PageProps } from '../../app/router.ts'
import { useResource } from '../../app/use-resource.ts'
import { otherTracks, type Track, trackOf, trackStanding } from '../../core/catalog/track.ts'
import { progressOf } from '../../core/progress/progress.ts'
import { DrillRow } from '../shared/drill-row.tsx'
import { Html } from '../shared/html.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { TrackFacts } from './track-facts.tsx'

/** One way through the drills. */
export function TrackPage({ args: [id = ''] }: PageProps) {
  const track = trackOf(tracks, id)
  if (track) return <KnownTrack track={track} />
  return (
    <>
      <PageTitle title="No such way through" />
      <p>
        This version of the site has no such way through.{' '}
        {tracks.length > 0 && <a href={href('tracks')}>All ways through</a>}{' '}
        <a href={href('home')}>All drills</a>
      </p>
    </>
  )
}

function KnownTrack({ track }: { readonly track: Track }) {
  const { library, session } = useApp()
  const { id, title, drills } = track
  const now = session.now()
  const { done, next, isBegun } = trackStanding(track, library)
  const isFollowed = library.settings.track === id
  const rows = drills.flatMap((drillId) => {
    const entry = menu.find((each) => each.id === drillId)
    return entry ? { entry, progress: progressOf(library, drillId, now) } : []
  })
  return (
    <article class="reading track">
      <PageTitle title={title} />
      <TrackText id={id} />
      <TrackFacts track={track} done={done} />
      {next === undefined ? (
        <>
          <p>
            You have done all of it. What was weak comes back under <a href={href('repeat')}>Repeat</a>.
          </p>
          <NextTracks tracks={otherTracks(tracks, id, library)} />
        </>
      ) : (
        <p>
          <a
            class="button primary"
            href={href('drill', next, 'write')}
            onClick={() => session.set({ track: id })}
          >
            {isBegun ? 'Go on' : 'Begin'} with “{titleOf(next)}”
          </a>
        </p>
      )}
      <ol class="drill-list">
        {rows.map((row) => (
          <DrillRow key={row.entry.id} row={row} now={now} withKind={true} isNext={row.entry.id === next} />
        ))}
      </ol>
      {isFollowed && (
        <p class="quiet">
          You follow this way: the first page says how far you are.{' '}
          <button type="button" class="text-button" onClick={() => session.set({ track: null })}>
            Stop following it
          </button>
        </p>
      )}
      <p>
        <a href={href('tracks')}>All ways through</a>
      </p>
    </article>
  )
}

/** Where to go on after a track: the next one, and the others that are not done. */
function NextTracks({ tracks: [next, ...others] }: { readonly tracks: readonly Track[] }) {
  if (next === undefined) return null
  return (
    <p class="next-task">
      <a class="button primary" href={href('track', next.id)}>
        Next way: {next.title}
      </a>
      {others.length > 0 && (
        <span class="quiet">
          or{' '}
          {others.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={href('track', id)}>{title}</a>
            </span>
          ))}
        </span>
      )}
    </p>
  )
}

/** For whom a track is, and why it goes this way. */
function TrackText({ id }: { readonly id: string }) {
  const resource = useResource('tracks', loadTracks)
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The text" />
  return <Html html={resource.value.find((track) => track.id === id)?.text.html ?? ''} />
}
