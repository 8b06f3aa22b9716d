import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { href } from '../../app/router.ts'
import { trackStanding } from '../../core/catalog/track.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { TrackFacts } from './track-facts.tsx'
import { TrackText } from './track-text.tsx'

/** All ways through the drills. */
export function TracksPage() {
  const { library } = useApp()
  if (tracks.length === 0)
    return (
      <>
        <PageTitle title="Ways through" />
        <p>
          These drills have no ways through. <a href={href('home')}>All drills</a>
        </p>
      </>
    )
  return (
    <article class="reading">
      <PageTitle title="Ways through" />
      <p class="lead">
        Each way takes some of the drills in the order in which a mentor would choose them. Follow one, leave
        it when you like, and come back to where you were.
      </p>
      {tracks.map((track) => {
        const { done } = trackStanding(track, library)
        return (
          <section key={track.id} class="track">
            <h2>
              <a href={href('track', track.id)}>{track.title}</a>
              {library.settings.track === track.id && <span class="tag">you follow it</span>}
            </h2>
            <TrackFacts track={track} done={done} />
            <TrackText id={track.id} />
          </section>
        )
      })}
    </article>
  )
}
