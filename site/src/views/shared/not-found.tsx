import { PageTitle } from './page-title.tsx'

/** The page for an address that leads nowhere. */
export function NotFound() {
  return (
    <>
      <PageTitle title="Nothing here" />
      <p>
        There is no page at this address. <a href="#/">All drills</a>
      </p>
    </>
  )
}
