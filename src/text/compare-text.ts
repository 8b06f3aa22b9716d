/** Order of code units: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of files: by name, in code units. */
export const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  compareText(a.file, b.file)
