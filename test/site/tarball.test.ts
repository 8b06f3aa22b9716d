import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cli, node, root, temporary } from '../support/package.ts'
import { copySite, viteBuild } from './build.ts'

const work = temporary('tarball')

afterAll(() => work.remove())

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
  })

test('the site is built from the tarball that apps install', () => {
  const dist = path.join(work.folder, 'package')
  node([cli, 'build', '--out', dist], root)
  npm(['pack', dist, '--pack-destination', work.folder], work.folder)
  const tarball = readdirSync(work.folder).find((name) => name.endsWith('.tgz')) ?? ''
  // The folder that the site depends on is not beside this copy.
  const copy = path.join(work.folder, 'somewhere/site')
  copySite(copy)
  const before = readFileSync(path.join(copy, 'package.json'), 'utf8')
  npm(
    ['install', '--no-save', '--no-package-lock', '--prefer-offline', path.join(work.folder, tarball)],
    copy,
  )
  expect(existsSync(path.join(copy, 'node_modules/audio-text-drills/drills.js'))).toBe(true)
  expect(readFileSync(path.join(copy, 'package.json'), 'utf8')).toBe(before)

  const built = viteBuild(copy)
  const ids: string[] = JSON.parse(readFileSync(path.join(dist, 'catalog.json'), 'utf8')).map(
    ({ id }: { id: string }) => id,
  )
  for (const folder of ['prompts', 'drills'])
    expect(readdirSync(path.join(built, folder)).map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(
      [...ids].sort(),
    )
  expect(node([path.join(copy, 'scripts/sizes.mjs'), built], copy)).toMatch(
    / before the first drill is opened/,
  )
})
