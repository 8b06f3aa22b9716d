import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const env = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', NO_COLOR: '1' }

/** GNU time asks the kernel what a finished process and its children used: exact, and nothing runs beside it. */
const gnuTime = ['/usr/bin/time', 'gtime'].find(
  (program) => spawnSync(program, ['-f', '%M', 'true'], { env }).status === 0,
)

/** How CPU time and memory are found on this machine. */
export const meterName = gnuTime
  ? 'CPU time and peak memory (of the largest process) as the kernel accounts for them'
  : 'CPU time as the kernel accounts for it; peak memory of the largest process, read every 10 ms'

const words = (file) => readFileSync(file, 'utf8').split(/\s+/).filter(Boolean)

/** The children of a process, theirs too. */
const family = (id) =>
  readdirSync(`/proc/${id}/task`)
    .flatMap((thread) => words(`/proc/${id}/task/${thread}/children`))
    .flatMap((child) => [child, ...family(child)])

/** Without GNU time: bash adds up the CPU time, and the memory is read as long as processes live. */
function watchMemory(wrapper) {
  let peak = 0
  const look = () => {
    try {
      for (const id of family(wrapper)) {
        const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0
        peak = Math.max(peak, Number(kilobytes))
      }
    } catch {
      // It has ended meanwhile.
    }
  }
  const timer = process.platform === 'linux' ? setInterval(look, 10) : undefined
  return () => {
    clearInterval(timer)
    return peak
  }
}

/** user, system and maybe kilobytes, as the wrapper has written them. */
const wrap = (report, command) =>
  gnuTime
    ? [gnuTime, '-q', '-f', '%U %S %M', '-o', report, ...command]
    : ['bash', '-c', 'TIMEFORMAT="%U %S"; { time "$@" 2>&3; } 3>&2 2>"$0"', report, ...command]

/**
 * Runs a command to its end.
 * @param expected exit codes that are no failure
 * @returns wall and CPU seconds and megabytes of a whole process, its children included
 * @throws Error when the command ends otherwise
 */
export async function measure({ command, cwd, expected = [0] }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'meter-'))
  const report = path.join(folder, 'report')
  try {
    const [program, ...args] = wrap(report, command)
    const start = performance.now()
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
    const memory = gnuTime ? () => 0 : watchMemory(child.pid)
    let talk = ''
    child.stderr.on('data', (chunk) => {
      talk = (talk + chunk).slice(-2000)
    })
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    const wall = (performance.now() - start) / 1000
    const kilobytes = memory()
    if (!expected.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}\n${talk}`)
    const [user, system, most = kilobytes] = readFileSync(report, 'utf8').trim().split(' ').map(Number)
    return { wall, cpu: user + system, peak: most / 1024 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
