import type { Operand } from './operand.ts'
import type { Rounding } from './rounding.ts'

/** How exactly a result has to be right. */
export interface Claim {
  readonly about?: boolean
  readonly rounding?: Rounding | undefined
}

/** By how much of itself a result may differ that is said to be about right. */
const roughly = 0.05
/** Floating-point numbers are not exact. */
const slack = 1e-9

const near = (a: number, b: number, most: number): boolean =>
  Math.abs(a - b) <= most + slack * Math.max(Math.abs(a), Math.abs(b))

/** A whole number below ten: a count, which is exact unless it says that it is rounded. */
const isCount = ({ value, step }: Operand): boolean => Math.abs(value) < 10 * step && step >= 1

/** What a result may have been rounded to: its last digit or, as far as its zeros reach, tens, hundreds, … of it. */
function grains({ value, step }: Operand, { direction, to }: Rounding): number[] {
  const found = [step]
  // “20 (rounded up)” for 17.8 leaves too little to compare.
  const most = direction === 'nearest' || to === 'number' ? Math.abs(value) : Math.abs(value) / 10
  for (let grain = step * 10; grain <= most && near(Math.round(value / grain), value / grain, 0); grain *= 10)
    found.push(grain)
  return found
}

function agreesRounded(exact: number, shown: Operand, rounding: Rounding): boolean {
  const { value, step } = shown
  const { direction, to } = rounding
  if (to === 'words' && direction !== 'nearest') {
    const [low, high] = direction === 'up' ? [exact, value] : [value, exact]
    return low <= high * (1 + slack) && high <= 2 * low
  }
  const isGrain = (grain: number): boolean => {
    const scaled = exact / grain
    if (direction === 'nearest') return near(exact, value, grain / 2)
    return near(
      direction === 'up' ? Math.ceil(scaled - slack) : Math.floor(scaled + slack),
      value / grain,
      slack,
    )
  }
  return grains(shown, rounding).some(isGrain) || (step < 1 && near(exact, value, step / 2))
}

/** Whether a number is what the calculation comes to, to the last digit that is shown. */
export function agrees(exact: number, shown: Operand, { about = false, rounding }: Claim): boolean {
  const { value, step } = shown
  // Zero is no rounding of anything else: all digits would be lost.
  if (!Number.isFinite(exact) || (value === 0 && exact !== 0)) return false
  if (rounding && agreesRounded(exact, shown, rounding)) return true
  if (rounding && !rounding.shared) return false
  if (about && near(exact, value, roughly * Math.max(Math.abs(exact), Math.abs(value)))) return true
  return near(exact, value, isCount(shown) && !about ? 0 : step / 2)
}
