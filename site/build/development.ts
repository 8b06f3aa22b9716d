import type { Plugin } from 'vite'

const policy = /\s*<meta\s+http-equiv="Content-Security-Policy"[^>]*>/

/** Takes the security policy out of the page in development only: Vite's client brings styles in by script. */
export function withoutPolicy(): Plugin {
  return {
    name: 'without-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(policy, ''),
  }
}
