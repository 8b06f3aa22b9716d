import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver'
import { root } from './package.ts'

interface WebKit {
  readonly driver: string
  readonly browser: string
  readonly display: string
}

/** What drives WebKit on this machine; undefined where it can't be had. */
export function findWebKit(): WebKit | undefined {
  const script = path.join(root, 'scripts/webkit.mjs')
  const { status, stdout } = spawnSync(process.execPath, [script, '--find'], { encoding: 'utf8' })
  return status === 0 ? JSON.parse(stdout) : undefined
}

/** Resolves with the first match of a pattern in what a program prints. */
const printed = (child: ChildProcess, stream: 'stdout' | 'stderr' | 3, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    const output = stream === 3 ? child.stdio[3] : child[stream]
    output?.on('data', (part: Buffer) => {
      text += part.toString()
      const found = pattern.exec(text)
      if (found) resolve(found[1] ?? found[0])
    })
    child.once('exit', () => reject(new Error(`it has ended: ${text}`)))
  })

export interface DrivenWebKit {
  readonly page: WebDriver
  readonly close: () => Promise<void>
}

/** Starts WebKit on a display of its own. */
export async function launchWebKit({ driver, browser, display }: WebKit): Promise<DrivenWebKit> {
  const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = (await printed(screen, 3, /^(\d+)\n/)).trim()
  // The driver prints nothing, not even the port that it has chosen.
  const port = 20_000 + (process.pid % 20_000)
  const server = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: 'x11' },
    stdio: 'ignore',
  })
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  })
  const stop = (): void => {
    server.kill()
    screen.kill()
  }
  const page = await connect(port, capabilities).catch((error: unknown) => {
    stop()
    throw error
  })
  return {
    page,
    close: async () => {
      await page.quit()
      stop()
    },
  }
}

/** Connects as soon as the driver listens. */
async function connect(port: number, capabilities: Capabilities, tries = 100): Promise<WebDriver> {
  try {
    await fetch(`http://127.0.0.1:${port}/status`)
  } catch (error) {
    if (tries === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 100))
    return connect(port, capabilities, tries - 1)
  }
  return new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build()
}
