// Posts what the linter can fix in a pull request as review suggestions. Runs from the default branch, with a token that
// may write to pull requests, after a run of `lint` that anybody could have shaped: its artifact is data, and nothing of it
// is run, written to disk, or printed.
import { readFileSync } from 'node:fs'
import { artifactFiles, reviewOf } from './suggest-review.mjs'
import { textsOfZip } from './suggest-zip.mjs'

const mostBytes = 1024 * 1024
const mostPages = 10

const { GITHUB_API_URL: api, GITHUB_EVENT_PATH: eventPath, GITHUB_REPOSITORY: repository } = process.env

/** Asks the API. Fails with the status alone, because an answer may quote what it was asked. */
async function ask(path, options = {}) {
  const response = await fetch(`${api}/repos/${repository}/${path}`, {
    ...options,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${process.env.GITHUB_TOKEN}`,
      'x-github-api-version': '2022-11-28',
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
    },
  })
  if (!response.ok && response.status !== 302)
    throw new Error(`the API answers ${response.status} to ${path.replace(/\?.*/, '')}`)
  return response
}

const read = async (path) => (await ask(path)).json()

async function readAll(path) {
  const found = []
  for (let page = 1; page <= mostPages; page += 1) {
    const some = await read(`${path}?per_page=100&page=${page}`)
    found.push(...some)
    if (some.length < 100) break
  }
  return found
}

async function bytesOf(response) {
  const chunks = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.length
    if (length > mostBytes) throw new Error('the artifact is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The artifact of a run; undefined when it has none. The store that it is kept in must not see the token. */
async function artifactOf(run) {
  const { artifacts } = await read(`actions/runs/${run}/artifacts?name=fixes`)
  const [artifact, ...others] = artifacts.filter(({ expired }) => !expired)
  if (artifact === undefined) return undefined
  if (others.length > 0) throw new Error('the run has several artifacts of that name')
  const { headers } = await ask(`actions/artifacts/${artifact.id}/zip`, { redirect: 'manual' })
  const response = await fetch(headers.get('location'))
  if (!response.ok) throw new Error(`the store of artifacts answers ${response.status}`)
  return textsOfZip(await bytesOf(response), artifactFiles)
}

/** Open pull requests with a head; the API finds none by a commit that only a fork has, so it is asked by the branch. */
async function pullsWith({ head_sha, head_branch, head_repository }) {
  const branch = encodeURIComponent(`${head_repository.owner.login}:${head_branch}`)
  const pulls = await read(`pulls?state=open&per_page=100&head=${branch}`)
  return pulls.filter(({ head }) => head.sha === head_sha && head.repo?.id === head_repository.id)
}

async function main() {
  const { workflow_run: run } = JSON.parse(readFileSync(eventPath, 'utf8'))
  if (run.event !== 'pull_request' || !run.head_repository) return 'no run for a pull request'
  const [pull, ...others] = await pullsWith(run)
  if (pull === undefined) return 'no open pull request has this head any more'
  if (others.length > 0) return 'several pull requests have this head'
  const { number } = pull
  const texts = await artifactOf(run.id)
  if (texts === undefined) return 'the run has left no fixes'
  const files = await readAll(`pulls/${number}/files`)
  const earlier = await readAll(`pulls/${number}/comments`)
  const { review, dropped } = reviewOf(texts, { number, head: run.head_sha, files }, earlier)
  // The files are those of the newest head: with another one in between, the lines would be others.
  if ((await read(`pulls/${number}`)).head.sha !== run.head_sha) return 'the pull request has moved on'
  if (review.comments.length > 0)
    await ask(`pulls/${number}/reviews`, { method: 'POST', body: JSON.stringify(review) })
  return `${review.comments.length} suggestions posted, ${dropped} fixes can’t be suggested here`
}

try {
  console.log(await main())
} catch (error) {
  console.error(`suggest: ${error.message}`)
  process.exitCode = 1
}
