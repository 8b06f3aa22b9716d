/** Says that something which is fetched when it is used could not be. */
export function NotFetched() {
  return (
    <p class="banner banner-bad" role="alert">
      This part of the site could not be fetched. What you wrote is safe; check the connection and try again.
    </p>
  )
}
