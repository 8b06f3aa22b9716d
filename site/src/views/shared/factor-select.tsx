/** From half the time to ten times the time; the ends are those of the reducer. */
const factors = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10] as const

interface FactorSelectProps {
  readonly label: string
  /** One that is not on offer is shown too. */
  readonly factor: number
  readonly disabled?: boolean
  readonly onChange: (factor: number) => void
}

/** How many times the planned time there is. */
export function FactorSelect({ label, factor, disabled = false, onChange }: FactorSelectProps) {
  const values = [...new Set([...factors, factor])].sort((a, b) => a - b)
  return (
    <label class="inline">
      <span>{label}</span>
      <select
        value={String(factor)}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      >
        {values.map((each) => (
          <option key={each} value={String(each)}>
            × {each}
          </option>
        ))}
      </select>
    </label>
  )
}
