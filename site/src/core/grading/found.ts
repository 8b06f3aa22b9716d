/** What the package found for a criterion. */
export interface Found {
  readonly id: string
  readonly status: 'found' | 'denied' | 'missing' | 'unread'
  readonly sentence?: string
}

/** What the package found for a criterion, be it one of the drill or a general one. */
export const foundFor = <Own extends Found, General extends Found>(
  { criteria, general }: { readonly criteria: readonly Own[]; readonly general: readonly General[] },
  criterion: string,
): Own | General | undefined => [...criteria, ...general].find(({ id }) => id === criterion)

/** The sentence that speaks of a criterion, if only to deny it. That nearest to a missing one does not. */
export const sentenceOf = ({ status, sentence }: Omit<Found, 'id'>): string | undefined =>
  status === 'found' || status === 'denied' ? sentence : undefined
