// Adds the Markdown on standard input to the summary of a step, as far as it fits: a larger one is dropped as a whole.
import { appendFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const most = 900 * 1024

const file = process.env.GITHUB_STEP_SUMMARY
const lines = (await text(process.stdin)).split(/(?<=\n)/)
let room = most
const shown = lines.filter((line) => {
  room -= Buffer.byteLength(line)
  return room >= 0
})
const rest = lines.length - shown.length
const whole = `${shown.join('')}${rest > 0 ? `\n${rest} more lines, which the command shows on any machine.\n` : ''}\n`
if (file) appendFileSync(file, whole)
else process.stdout.write(whole)
