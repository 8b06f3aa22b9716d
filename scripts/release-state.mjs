// Prints what the release workflow has to do with the commit in the working directory, as outputs of a step.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const read = (file) => JSON.parse(readFileSync(file, 'utf8'))

const { version } = read('package.json')
const recorded = existsSync('history/published.json') ? read('history/published.json').version : null
const pending = readdirSync('.changeset').some((name) => name.endsWith('.md') && name !== 'README.md')
const tag = `refs/tags/v${version}`
const tagged = execFileSync('git', ['ls-remote', 'origin', tag], { encoding: 'utf8' }) !== ''
// Only the version script records; before the first release, and for a version raised by hand, there is nothing to release.
const due = recorded === version && !tagged

if (due && pending) {
  // Releasing this commit would publish changes under a version whose history does not hold them.
  console.error(
    `version ${version} is recorded and was not released: rerun the release of the commit that recorded it, then this one`,
  )
  process.exitCode = 1
} else {
  console.log(`version=${version}\nrelease=${due}\npending=${pending}`)
}
