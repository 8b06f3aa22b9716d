import type { PracticeLoop } from 'audio-text-drills'

/** The practice loop alone, as JSON: `assess` and all that it needs is for drills only. */
export async function loadLoop(): Promise<PracticeLoop> {
  const loop = await import('audio-text-drills/practice-loop.json')
  // TypeScript widens what it reads from JSON; the package publishes it in this shape.
  return loop.default as PracticeLoop
}
