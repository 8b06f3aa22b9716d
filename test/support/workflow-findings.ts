import { isMap, isScalar, isSeq, parseDocument, type Scalar, visit, type YAMLMap } from 'yaml'

type Add = (where: string, what: string) => void

const pinned = /^[^@\s]+@[0-9a-f]{40}$/
const image = /^docker:\/\/[^@\s]+@sha256:[0-9a-f]{64}$/
const release = /^\s*v\d+(?:\.\d+){0,2}\s*$/

const mapIn = (map: YAMLMap | undefined, key: string): YAMLMap | undefined => {
  const found = map?.get(key, true)
  return isMap(found) ? found : undefined
}

const mapsIn = (map: YAMLMap | undefined, key: string): YAMLMap[] => {
  const found = map?.get(key, true)
  return isSeq(found) ? found.items.filter(isMap) : []
}

const scalarIn = (map: YAMLMap | undefined, key: string): Scalar | undefined => {
  const found = map?.get(key, true)
  return isScalar(found) ? found : undefined
}

const keys = (map: YAMLMap | undefined): string[] =>
  (map?.items ?? []).map(({ key }) => String(isScalar(key) ? key.value : key))

/** Code of this repository, by its path, is as trusted as the workflow. */
function checkUses(uses: Scalar | undefined, where: string, add: Add): void {
  if (!uses) return
  const action = String(uses.value)
  if (action.startsWith('./')) return
  if (!pinned.test(action) && !image.test(action)) add(where, `\`${action}\` is not pinned by a 40-hex SHA`)
  else if (pinned.test(action) && !release.test(uses.comment ?? ''))
    add(where, `\`${action}\` has no comment with its version`)
}

function checkStep(step: YAMLMap, where: string, add: Add): void {
  checkUses(scalarIn(step, 'uses'), where, add)
  const scripts = [scalarIn(step, 'run'), scalarIn(mapIn(step, 'with'), 'script')]
  if (scripts.some((script) => String(script?.value ?? '').includes('${{')))
    add(where, 'an expression in a script')
}

function checkCheckout(step: YAMLMap, where: string, add: Add): void {
  if (!String(scalarIn(step, 'uses')?.value).startsWith('actions/checkout@')) return
  if (String(scalarIn(mapIn(step, 'with'), 'persist-credentials')?.value) !== 'false')
    add(where, 'a checkout that keeps credentials, in a job that can’t push')
}

/** A value that gives everything is as bad as none. */
function checkPermissions(map: YAMLMap | undefined, where: string, add: Add): void {
  const permissions = map?.get('permissions', true)
  if (permissions === undefined) add(where, 'no `permissions`')
  else if (!isMap(permissions)) add(where, '`permissions` that are no list of single ones')
}

function checkJob(job: YAMLMap, where: string, add: Add): void {
  checkPermissions(job, where, add)
  checkUses(scalarIn(job, 'uses'), where, add)
  // A job that calls a workflow can have no limit of its own.
  if (!job.has('uses') && !job.has('timeout-minutes')) add(where, 'no `timeout-minutes`')
  const pushes = scalarIn(mapIn(job, 'permissions'), 'contents')?.value === 'write'
  for (const [index, step] of mapsIn(job, 'steps').entries()) {
    checkStep(step, `${where}.steps.${index}`, add)
    if (!pushes) checkCheckout(step, `${where}.steps.${index}`, add)
  }
}

function triggers(map: YAMLMap | undefined): string[] {
  const on = map?.get('on', true)
  if (isMap(on)) return keys(on)
  if (isSeq(on)) return on.items.map((item) => String(isScalar(item) ? item.value : item))
  return isScalar(on) ? [String(on.value)] : []
}

/** What is unsafe in a workflow, or in an action of the repository: `place: what`. */
export function workflowFindings(source: string): string[] {
  const document = parseDocument(source)
  const found: string[] = []
  const add: Add = (where, what) => found.push(`${where}: ${what}`)
  for (const { message } of [...document.errors, ...document.warnings]) add('yaml', message)
  // What an alias stands for would not be looked at.
  visit(document, { Alias: (_, { source }) => add('yaml', `the alias \`*${source}\``) })
  const top = isMap(document.contents) ? document.contents : undefined
  const action = mapIn(top, 'runs')
  if (action) {
    for (const [index, step] of mapsIn(action, 'steps').entries()) checkStep(step, `runs.steps.${index}`, add)
    return found
  }
  checkPermissions(top, 'top', add)
  if (triggers(top).length === 0) add('top', 'no trigger')
  if (triggers(top).includes('pull_request_target')) add('top', '`pull_request_target`')
  const jobs = mapIn(top, 'jobs')
  if (keys(jobs).length === 0) add('top', 'no jobs')
  for (const id of keys(jobs)) {
    const job = mapIn(jobs, id)
    if (job) checkJob(job, `jobs.${id}`, add)
    else add(`jobs.${id}`, 'no job')
  }
  return found
}
