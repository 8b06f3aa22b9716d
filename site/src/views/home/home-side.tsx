import type { Row } from '../../core/catalog/catalog.ts'
import { FollowedTrack } from './followed-track.tsx'
import { Progress } from './progress.tsx'
import { Today } from './today.tsx'

export interface HomeSideProps {
  readonly rows: readonly Row[]
  readonly isNew: boolean
}

/** What stands beside the list for somebody who has begun: what comes next, the track that is followed, and progress. */
export function HomeSide({ rows, isNew }: HomeSideProps) {
  return (
    <>
      {!isNew && <Today rows={rows} />}
      <FollowedTrack />
      <Progress rows={rows} />
    </>
  )
}
