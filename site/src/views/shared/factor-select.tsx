/** Must stay within `factorRange`, to which the reducer clamps. */
const factors = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10] as const

interface FactorSelectProps {
  readonly label: string
  /** Values outside the list are shown, too. */
  readonly factor: number
  readonly disabled?: boolean
  readonly onChange: (factor: number) => void
}

/** Chooses a multiple of the planned time. */
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
