import type { ResultCard } from '../core/grading/result-card.ts'

const [width, height, margin] = [1200, 630, 72]
const colours = {
  paper: '#fbfaf7',
  ink: '#22252b',
  soft: '#5b5f68',
  accent: '#0f5c66',
  rule: '#dcd7cb',
} as const
const serif = '"Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Noto Serif", serif'
const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif'

/** Breaks a text into lines that fit; the last one is cut off when there would be more. */
function wrapped(context: CanvasRenderingContext2D, text: string, most: number): readonly string[] {
  const lines: string[] = []
  const room = width - 2 * margin
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line !== undefined && context.measureText(longer).width <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const shown = lines.slice(0, most)
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]} …`
  return shown
}

/** Draws a result card; it is light in every theme, because it leaves the site. */
function draw(context: CanvasRenderingContext2D, card: ResultCard, site: string): void {
  let y = margin
  const write = (text: string, size: number, family: string, colour: string, most: number): void => {
    if (text === '') return
    context.font = `${family === serif ? 600 : 400} ${size}px ${family}`
    context.fillStyle = colour
    for (const line of wrapped(context, text, most)) {
      y += size
      context.fillText(line, margin, y, width - 2 * margin)
      y += size * 0.35
    }
  }
  context.fillStyle = colours.paper
  context.fillRect(0, 0, width, height)
  context.fillStyle = colours.accent
  context.fillRect(0, 0, width, 12)
  write(card.title, 52, serif, colours.ink, 2)
  write(card.facts, 28, sans, colours.soft, 1)
  y += 18
  write(card.score, 92, serif, colours.accent, 1)
  y += 8
  for (const line of card.lines) write(line, 27, sans, colours.ink, 2)
  write(card.remarks, 25, sans, colours.soft, 2)
  context.fillStyle = colours.rule
  context.fillRect(margin, height - 76, width - 2 * margin, 2)
  context.font = `400 24px ${sans}`
  context.fillStyle = colours.soft
  context.fillText(site, margin, height - 36, width - 2 * margin)
}

/**
 * A result card as a PNG.
 * @param site the name of the site, below the result
 * @returns null where the browser can’t draw
 */
export function cardImage(card: ResultCard, site: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  draw(context, card, site)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
