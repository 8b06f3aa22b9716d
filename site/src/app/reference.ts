// Fetched as plain JSON: importing the package's entry point would also load `assess` and its data.
import type { PracticeLoop, Redirects, Rubric, Track } from 'audio-text-drills'

export async function loadLoop(): Promise<PracticeLoop> {
  const loop = await import('audio-text-drills/practice-loop.json')
  return loop.default
}

export async function loadRedirects(): Promise<Redirects> {
  const redirects = await import('audio-text-drills/redirects.json')
  return redirects.default
}

export async function loadRubric(): Promise<Rubric> {
  const rubric = await import('audio-text-drills/rubric.json')
  return rubric.default
}

export async function loadTracks(): Promise<readonly Track[]> {
  const { tracks } = await import('audio-text-drills/tracks')
  return tracks
}
