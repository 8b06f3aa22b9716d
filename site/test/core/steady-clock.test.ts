import { describe, expect, test } from 'vitest'
import { steadyClock } from '../../src/platform/steady-clock.ts'
import { minute, t0 } from './support.ts'

/** A clock over one that can be set, and time that passes on both. */
function machine() {
  const state = { wall: t0, ticks: 0 }
  const { now, notBefore } = steadyClock(
    () => state.wall,
    () => state.ticks,
  )
  const pass = (length: number): number => {
    state.wall += length
    state.ticks += length
    return now() - t0
  }
  const set = (change: number): number => {
    state.wall += change
    return now() - t0
  }
  return { pass, set, notBefore }
}

describe('the steady clock', () => {
  test('goes on from where it was when the system clock is set back', () => {
    const { pass, set } = machine()
    expect(pass(6 * minute)).toBe(6 * minute)
    expect(set(-60 * minute)).toBe(6 * minute)
    expect(pass(minute)).toBe(7 * minute)
    // Set right again, it is neither ahead nor behind.
    expect(set(60 * minute)).toBe(7 * minute)
    expect(pass(minute)).toBe(8 * minute)
  })

  test('counts what the system slept', () => {
    const { pass, set } = machine()
    pass(minute)
    expect(set(8 * 60 * minute)).toBe(481 * minute)
  })

  test('goes on from an earlier visit when it was set back in between, but not from a time far ahead', () => {
    const { pass, notBefore } = machine()
    notBefore(t0 + 60 * minute)
    expect(pass(minute)).toBe(61 * minute)
    notBefore(t0 - minute)
    expect(pass(minute)).toBe(62 * minute)
    notBefore(t0 + 3 * 24 * 60 * minute)
    expect(pass(minute)).toBe(63 * minute)
  })

  test('follows small corrections', () => {
    const { pass, set } = machine()
    pass(minute)
    expect(set(-500)).toBe(minute - 500)
    expect(set(1500)).toBe(minute + 1000)
  })
})
