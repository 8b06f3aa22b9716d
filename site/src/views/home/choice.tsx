interface ChoiceProps {
  readonly label: string
  /** The values and how many drills have them. */
  readonly facet: ReadonlyMap<string, number>
  readonly value: string | undefined
  readonly words: (value: string) => string
  /** Called with the empty string for all. */
  readonly onChange: (value: string) => void
}

/** One facet of a filter. */
export function Choice({ label, facet, value = '', words, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">All</option>
        {[...facet].map(([each, count]) => (
          <option key={each} value={each}>
            {words(each)} ({count})
          </option>
        ))}
      </select>
    </label>
  )
}
