import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { loadTracks } from '../../app/reference.ts'
import { href } from '../../app/router.ts'
import { useResource } from '../../app/use-resource.ts'
import { trackStanding } from '../../core/catalog/track.ts'
import { Html } from '../shared/html.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { TrackFacts } from './track-facts.tsx'

/** All ways through the drills. */
export function TracksPage() {
  const { library } = useApp()
  const resource = useResource(tracks.length === 0 ? null : 'tracks', loadTracks)
  const texts = resource.state === 'ready' ? resource.value : []
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
      <ResourceState resource={resource} what="What they are for" />
      {tracks.map((track) => {
        const text = texts.find(({ id }) => id === track.id)?.text
        const { done } = trackStanding(track, library)
        return (
          <section key={track.id} class="track">
            <h2>
              <a href={href('track', track.id)}>{track.title}</a>
              {library.settings.track === track.id && <span class="tag">you follow it</span>}
            </h2>
            <TrackFacts track={track} done={done} />
            {text && <Html html={text.html} />}
          </section>
        )
      })}
    </article>
  )
}
