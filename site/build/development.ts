import type { Plugin } from 'vite'

const policy = /\s*<meta\s+http-equiv="Content-Security-Policy"[^>]*>/

/** Removes the CSP during development, because Vite's client injects styles by script. */
export function withoutPolicy(): Plugin {
  return {
    name: 'without-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(policy, ''),
  }
}
