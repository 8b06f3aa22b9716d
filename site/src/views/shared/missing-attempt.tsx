import { href } from '../../app/router.ts'
import { PageTitle } from './page-title.tsx'

interface MissingAttemptProps {
  readonly title: string
  /** The drill of an attempt that is there. */
  readonly drillId?: string
}

/** Says that an attempt at the address is not stored here. */
export function MissingAttempt({ title, drillId }: MissingAttemptProps) {
  return (
    <>
      <PageTitle title={title} />
      <p>
        This browser has no such attempt. It was deleted, or it was made in another browser: what you write is
        only where you wrote it, unless you export it there and import it here.
      </p>
      <p>
        {drillId !== undefined && <a href={href('history', drillId)}>Your attempts at the drill</a>}{' '}
        <a href={href('home')}>All drills</a> <a href={href('data')}>Your data</a>
      </p>
    </>
  )
}
