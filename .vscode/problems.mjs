// Prints the findings of `drills lint` one a line: a problem matcher can't carry the file from a heading to its findings.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const tool = fileURLToPath(new URL('../bin/drills.js', import.meta.url))
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [tool, 'lint', '--format', 'json', ...process.argv.slice(2)],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
)
process.stderr.write(stderr)
for (const found of status === 0 || status === 1 ? JSON.parse(stdout).diagnostics : []) {
  const { file, line, column, endLine, endColumn, severity, rule, message } = found
  console.log(`${file}:${line}:${column}:${endLine}:${endColumn} ${severity} ${rule} ${message}`)
}
process.exitCode = status ?? 3
