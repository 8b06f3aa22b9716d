import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A change of one drill that leaves it valid, another one each time. */
export function editor(folder) {
  const rounds = path.join(folder, 'drills/rounds')
  const file = path.join(rounds, readdirSync(rounds).sort()[0])
  const text = readFileSync(file, 'utf8')
  let edits = 0
  return () => {
    edits += 1
    const question = `- What would you ask the team after ${edits} weeks?\n\n  Who was woken by it, and what they did first. Then I would ask what they would not build again.\n\n`
    writeFileSync(file, text.replace('## Follow-ups\n\n', `## Follow-ups\n\n${question}`))
  }
}
