interface ChipsProps<Value extends string> {
  readonly label: string
  /** Each value with its number of drills. */
  readonly counts: readonly (readonly [Value, number])[]
  readonly chosen: Value | undefined
  readonly labelOf: (value: Value) => string
  /** Receives undefined when the chosen value is pressed again. */
  readonly onChange: (value: Value | undefined) => void
}

/** The values of a filter as buttons, so that each is one tap away. At most one is chosen; those without drills are left out. */
export function Chips<Value extends string>({ label, counts, chosen, labelOf, onChange }: ChipsProps<Value>) {
  const some = counts.filter(([value, count]) => count > 0 || value === chosen)
  if (some.length < 2 && chosen === undefined) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="chips" role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <div>
        {some.map(([value, count]) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen === value}
            onClick={() => onChange(chosen === value ? undefined : value)}
          >
            {labelOf(value)} <small>{count}</small>
          </button>
        ))}
      </div>
    </div>
  )
}
