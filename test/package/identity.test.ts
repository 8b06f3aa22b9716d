import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { paths, valid } from '../support/corpus.ts'
import { corpusOnDisk, drills, put, type Ran, temporaryFolder } from '../support/terminal.ts'

const build = (cwd: string): Promise<Ran> => drills(['build', '--no-cache'], { cwd, reader: fileReader })

const manifest = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> => ({
  'package.json': JSON.stringify(fields),
})

const read = (folder: string, name: string): string => readFileSync(path.join(folder, 'dist', name), 'utf8')

/** The fields of a built package that say whose it is. */
async function identity(files: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const folder = corpusOnDisk(files)
  expect((await build(folder)).stderr).toBe('drills: wrote 1 drill to dist\n')
  const { type, sideEffects, engines, main, types, exports, ...rest } = JSON.parse(
    read(folder, 'package.json'),
  )
  expect([type, sideEffects, main, types]).toEqual(['module', false, './index.js', './index.d.ts'])
  expect(Object.keys(exports)).toContain('./catalog')
  expect(Object.keys(engines)).toEqual(['node'])
  return rest
}

const refused = (message: string): Ran => ({ code: 2, stdout: '', stderr: `drills: ${message}\n` })

describe('the package of another repository', () => {
  test('says of itself what its package.json says', async () => {
    const fields = {
      name: '@acme/speech-drills',
      version: '2.0.0-rc.1+5',
      private: true,
      description: 'Drills for Acme’s speech team',
      keywords: ['speech'],
      license: 'UNLICENSED',
      homepage: 'https://drills.acme.example',
      repository: { type: 'git', url: 'git+https://git.acme.example/drills.git', directory: 'speech' },
      bugs: { email: 'drills@acme.example' },
      author: { name: 'Acme', url: 'https://acme.example' },
      publishConfig: { registry: 'https://npm.acme.example', '@acme:registry': 'https://npm.acme.example' },
    }
    expect(await identity(manifest(fields))).toEqual(fields)
  })

  test('takes over nothing that runs, and nothing that npm does not know', async () => {
    const json = `{"name":"acme-drills","version":"1.0.0","license":"UNLICENSED","__proto__":{"private":false},
      "scripts":{"postinstall":"curl"},"bin":"x.js","dependencies":{"left-pad":"1"},"files":["secret"],"main":"x.js",
      "exports":{"./x":"./x.js"},"author":{"name":"Acme","__proto__":{"email":"x"}},
      "publishConfig":{"access":"restricted","directory":"elsewhere"}}`
    expect(await identity({ 'package.json': `\ufeff${json}` })).toEqual({
      name: 'acme-drills',
      version: '1.0.0',
      license: 'UNLICENSED',
      author: { name: 'Acme' },
      publishConfig: { access: 'restricted' },
    })
  })

  test('is private and nobody’s to use where there is no package.json', async () => {
    const folder = path.join(temporaryFolder(), 'Speech Drills [old]')
    put(folder, {
      [paths.loop]: valid.loop,
      [paths.rubric]: valid.rubric,
      [paths.question]: valid.question,
      'LICENSE-CONTENT.txt': 'Ask Acme.\n',
    })
    await build(folder)
    expect(JSON.parse(read(folder, 'package.json'))).toMatchObject({
      name: 'speech-drills-old',
      version: '0.0.0',
      private: true,
      license: 'SEE LICENSE IN LICENSE-CONTENT.txt',
    })
    expect(read(folder, 'LICENSE-CONTENT.txt')).toBe('Ask Acme.\n')
  })

  test('has nothing of what `npm init` leaves empty', async () => {
    const empty = {
      description: '',
      author: '',
      homepage: '',
      license: '',
      repository: { type: 'git', url: '' },
    }
    expect(
      await identity(manifest({ name: 'acme-drills', version: '1.0.0', keywords: [], ...empty })),
    ).toEqual({
      name: 'acme-drills',
      version: '1.0.0',
      keywords: [],
      license: 'UNLICENSED',
      repository: { type: 'git' },
    })
  })

  test('is not licensed where nothing says so', async () => {
    expect(await identity(manifest({ name: 'acme-drills' }))).toEqual({
      name: 'acme-drills',
      version: '0.0.0',
      license: 'UNLICENSED',
    })
  })

  test('ships its licence files, and the licence of the code under a name of its own', async () => {
    const files = {
      'LICENSE.md': 'Acme only.\n',
      Licence: 'Or so.\n',
      'COPYING.txt': 'No.\n',
      NOTICE: 'By Acme.\n',
      'TERMS of use.txt': 'Terms.\n',
      'LICENSES.json': '{}',
      'license-checker.js': '',
      'NOTICEBOARD.md': 'Lunch at noon.\n',
    }
    const folder = corpusOnDisk({
      ...files,
      ...manifest({ name: 'acme-drills', version: '1.0.0', license: 'SEE LICENSE IN TERMS of use.txt' }),
    })
    await build(folder)
    const shipped = readdirSync(path.join(folder, 'dist')).filter((name) => !/\.(?:js|ts|json)$/.test(name))
    expect(shipped.sort()).toEqual([
      'CHANGELOG.md',
      'COPYING.txt',
      'LICENSE.md',
      'Licence',
      'NOTICE',
      'README.md',
      'TERMS of use.txt',
      'THIRD_PARTY_NOTICES.md',
      'data',
      'drills',
      'prompts',
      'samples',
      'schemas',
      'types',
    ])
    for (const name of ['COPYING.txt', 'LICENSE.md', 'Licence', 'NOTICE', 'TERMS of use.txt'] as const)
      expect(read(folder, name)).toBe(files[name])
    expect(read(folder, 'THIRD_PARTY_NOTICES.md')).toContain('MIT License\n\nCopyright')
  })

  test('has a README of its own', async () => {
    const folder = corpusOnDisk({
      LICENSE: 'Acme only.\n',
      ...manifest({
        name: '@acme/drills',
        version: '1.0.0',
        description: 'How Acme asks.',
        license: 'SEE LICENSE IN LICENSE',
      }),
    })
    await build(folder)
    const readme = read(folder, 'README.md')
    expect(readme).toMatch(/^# @acme\/drills\n\nHow Acme asks\.\n\nNo runtime dependencies/)
    expect(readme).toMatch(
      /\n\nDrills: SEE LICENSE IN LICENSE \(`LICENSE`\)\. The code that the package runs on is that of audio-text-drills, under the MIT licence \(`THIRD_PARTY_NOTICES\.md`\)\.\n$/,
    )
    expect(Array.from(readme.matchAll(/from '([^']+)'/g), ([, name]) => name)).toEqual([
      '@acme/drills',
      '@acme/drills/catalog',
      '@acme/drills/prompts',
      '@acme/drills/drills',
      '@acme/drills/samples',
      '@acme/drills/tracks',
      '@acme/drills',
    ])
    expect(readme.replace(/The code that .*/, '')).not.toMatch(
      /audio-text|CC BY|calibration|speech recognition/i,
    )
  })

  test('can be built again under another name', async () => {
    const folder = corpusOnDisk(manifest({ name: 'acme-drills', version: '1.0.0' }))
    await build(folder)
    put(folder, manifest({ name: 'beta-drills', version: '1.0.0' }))
    expect((await build(folder)).code).toBe(0)
    expect(JSON.parse(read(folder, 'package.json'))).toMatchObject({ name: 'beta-drills' })
  })
})

test('our own package has both licences and no notice', async () => {
  const folder = corpusOnDisk({
    'NOTICE.md': 'Not shipped.\n',
    ...manifest({ name: 'audio-text-drills', version: '1.2.3', private: true, license: 'MIT' }),
  })
  await build(folder)
  const { name, version, license, ...rest } = JSON.parse(read(folder, 'package.json'))
  expect([name, version, license, rest.private]).toEqual([
    'audio-text-drills',
    '1.2.3',
    'MIT AND CC-BY-4.0',
    undefined,
  ])
  expect(readdirSync(path.join(folder, 'dist')).filter((each) => /licen|notice/i.test(each))).toEqual([
    'LICENSE',
    'LICENSE-CONTENT',
  ])
})

describe('nothing is built, and one line says why, with', () => {
  const fine = { name: 'acme-drills', version: '1.0.0' }

  test.each<[string, string, string]>([
    ['what is not JSON', '{"name":', '`package.json` is not JSON'],
    ['an empty file', '', '`package.json` is not JSON'],
    ['a list', '[]', '`package.json` is not an object'],
    ['null', 'null', '`package.json` is not an object'],
  ])('%s', async (_, text, message) => {
    const folder = corpusOnDisk({ 'package.json': text })
    expect(await build(folder)).toEqual(refused(message))
    expect(readdirSync(folder)).not.toContain('dist')
  })

  test.each<[string, unknown, string]>([
    ['name', 'Acme Drills', '`Acme Drills`; expected a name that npm takes, such as `acme-drills`'],
    ['name', '../x', '`../x`; expected a name that npm takes, such as `acme-drills`'],
    ['name', 'node_modules', '`node_modules`; expected a name that npm takes, such as `acme-drills`'],
    [
      'name',
      'audio-text-drills-cli',
      '`audio-text-drills-cli`; expected a name that npm takes, such as `acme-drills`',
    ],
    ['name', ['a'], 'a list; expected a name that npm takes, such as `acme-drills`'],
    ['version', 'v1', '`v1`; expected a version such as `1.0.0`'],
    ['version', '1.0', '`1.0`; expected a version such as `1.0.0`'],
    ['version', '01.0.0', '`01.0.0`; expected a version such as `1.0.0`'],
    ['version', 1, '`1`; expected a version such as `1.0.0`'],
    ['private', 'true', '`true`; expected `true` or `false`'],
    [
      'license',
      { type: 'MIT' },
      'an object; expected an SPDX expression, `UNLICENSED` or `SEE LICENSE IN <file>`',
    ],
    ['description', 'a\u001b[31mb', '`a\\x1b[31mb`; expected text on one line'],
    ['description', 'a\nb', '`a b`; expected text on one line'],
    ['keywords', 'speech', '`speech`; expected a list of words'],
    ['author', { name: ['x'] }, 'an object; expected a name, or `name`, `email` and `url`'],
    ['publishConfig', 'x', '`x`; expected settings such as `registry`, each a text'],
    ['repository', null, '`null`; expected an address, or `type` and `url`'],
  ])('the %s %j', async (field, value, message) => {
    const folder = corpusOnDisk(manifest({ ...fine, [field]: value }))
    expect(await build(folder)).toEqual(refused(`\`${field}\` in \`package.json\` is ${message}`))
  })

  test('a field that is nested deep', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    const folder = corpusOnDisk({ 'package.json': `{"name":"acme-drills","author":${deep},"x":${deep}}` })
    expect(await build(folder)).toEqual(
      refused('`author` in `package.json` is a list; expected a name, or `name`, `email` and `url`'),
    )
  })

  test.each<[string, string]>([
    ['TERMS.md', '`TERMS.md`; expected a file that exists'],
    ['..', '`..`; expected a file that exists'],
    ['../TERMS.md', '`../TERMS.md`; expected a text file beside it, such as `LICENSE.md`'],
    ['/etc/passwd', '`/etc/passwd`; expected a text file beside it, such as `LICENSE.md`'],
    ['package.json', '`package.json`; expected a text file beside it, such as `LICENSE.md`'],
    ['Data', '`Data`; expected a text file beside it, such as `LICENSE.md`'],
  ])('a licence in the file %s', async (name, message) => {
    const folder = corpusOnDisk(manifest({ ...fine, license: `SEE LICENSE IN ${name}` }))
    expect(await build(folder)).toEqual(refused(`\`license\` in \`package.json\` names ${message}`))
  })

  test('a licence file that leads out of the repository', async () => {
    const folder = corpusOnDisk(manifest(fine))
    const secret = path.join(temporaryFolder(), 'id_rsa')
    writeFileSync(secret, 'secret')
    symlinkSync(secret, path.join(folder, 'LICENSE'))
    expect(await build(folder)).toEqual(
      refused('the licence file `LICENSE` is a link out of its folder; expected a file'),
    )
  })

  test('a licence file that is no text', async () => {
    const folder = corpusOnDisk(manifest(fine))
    writeFileSync(path.join(folder, 'COPYING'), Buffer.from('© Acme', 'latin1'))
    expect(await build(folder)).toEqual(refused('the licence file `COPYING` is not text in UTF-8'))
  })

  test('a package.json that is a folder', async () => {
    const folder = corpusOnDisk({ 'package.json/x': '' })
    expect(await build(folder)).toEqual(refused('`package.json` can’t be read'))
  })
})
