// Prints the path of espeak-ng, whose voice feeds the fake microphone of the browser tests: one that is there, otherwise
// one that it installs. With --find it installs nothing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installOnDebian, onPath } from './programs.mjs'

const runs = (file) => existsSync(file) && spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0

const installed = () => ['espeak-ng', 'espeak-ng.exe'].flatMap(onPath).find(runs)

const found =
  installed() ?? (!process.argv.includes('--find') && installOnDebian('espeak-ng') ? installed() : undefined)
if (found) console.log(found)
else {
  console.error('voice: no espeak-ng found: install it, for example with your package manager')
  process.exitCode = 1
}
