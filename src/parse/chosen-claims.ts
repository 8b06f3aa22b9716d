import type { Claim } from '../model/drill.ts'

/** Of the claims of each declared id the first that has text under it, or else the first; in the order of the document. */
export function chosenClaims(claims: readonly Claim[]): Map<string, Claim> {
  const chosen = new Map<string, Claim>()
  for (const claim of claims) {
    if (claim.role === 'unknown' || claim.role === 'criterion') continue
    const other = chosen.get(claim.id)
    if (!other || (other.section.words === 0 && claim.section.words > 0)) chosen.set(claim.id, claim)
  }
  return new Map(claims.filter((claim) => chosen.get(claim.id) === claim).map((claim) => [claim.id, claim]))
}
