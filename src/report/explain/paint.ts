import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

/** Styles a text, or returns it unchanged. */
export type Paint = (style: Style, text: string) => string

/** Whether to paint is decided by then, so the process's own standard output is not asked again. */
export const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color && text !== '' ? styleText(style, text, { validateStream: false }) : text
