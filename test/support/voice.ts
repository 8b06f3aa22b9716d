import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { root } from './package.ts'

/** The program that speaks. There has to be one: tests that need it are never skipped. */
const voicePath = (): string =>
  execFileSync(process.execPath, [path.join(root, 'scripts/voice.mjs'), '--find'], {
    encoding: 'utf8',
  }).trim()

/**
 * Speaks into a file.
 * @param file a WAV file, which is written
 * @param words with SSML, so that there can be pauses
 */
export function speak(file: string, words: string): void {
  execFileSync(voicePath(), ['-m', '-s', '150', '-w', file, `<speak>${words}</speak>`])
}

/** Lets a browser hear a file, over and over, wherever a page asks for the microphone. */
export const hearing = (file: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${file}`,
]
