import { PageTitle } from './page-title.tsx'

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
