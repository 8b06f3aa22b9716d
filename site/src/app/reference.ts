// Fetched as plain JSON: importing the package's entry point would also load `assess` and its data.
import type { PracticeLoop, Redirects, Rubric } from 'audio-text-drills'

// TypeScript widens imported JSON; the package guarantees these shapes.

export async function loadLoop(): Promise<PracticeLoop> {
  const loop = await import('audio-text-drills/practice-loop.json')
  return loop.default as PracticeLoop
}

export async function loadRedirects(): Promise<Redirects> {
  const redirects = await import('audio-text-drills/redirects.json')
  return redirects.default as Redirects
}

export async function loadRubric(): Promise<Rubric> {
  const rubric = await import('audio-text-drills/rubric.json')
  return rubric.default as Rubric
}
