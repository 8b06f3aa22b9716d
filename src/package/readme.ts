import { packageName } from '../model/project.ts'
import { type Identity, isOurs } from './identity/identity.ts'

/** The names of our package in text, but not in addresses. */
const ownName = new RegExp(`(?<![\\w/-])${packageName}(?![\\w-])`, 'g')

/** What is measured on our drills says nothing of others. */
const measured = /; \[[^\]]*\]\(https:[^)]*\/docs\/calibration\.md\) is measured/

function licence({ fields: { license }, licences }: Identity): string {
  const files = licences.map(({ path }) => `\`${path}\``).join(', ')
  return `Drills: ${String(license)}${files === '' ? '' : ` (${files})`}. The code that the package runs on is that of ${packageName}, under the MIT licence (\`THIRD_PARTY_NOTICES.md\`).`
}

/** The README of a package, from that of ours: it begins with a title and what it is, and ends with its licences. */
export function readmeOf(identity: Identity, ours: string): string {
  if (isOurs(identity)) return ours
  const { name, fields } = identity
  const [, , ...body] = ours.trimEnd().split('\n\n').slice(0, -1)
  const own = body.join('\n\n').replace(measured, '').replace(ownName, name)
  const about = typeof fields['description'] === 'string' ? fields['description'] : 'Drills as typed data.'
  return [`# ${name}`, about, own, licence(identity), ''].join('\n\n').replace(/\n+$/, '\n')
}
