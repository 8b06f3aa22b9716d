/** A line of `redirects.yml` about a drill. */
export interface Redirect {
  readonly from: string
  readonly group: 'renamed' | 'split' | 'retired'
  /** Where it leads, each id with its path in the file. */
  readonly to: readonly { readonly id: string; readonly path: readonly (string | number)[] }[]
}
