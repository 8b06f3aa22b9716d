// The modules of build/menu.ts.
declare module 'virtual:menu' {
  const menu: readonly import('./core/catalog.ts').MenuEntry[]
  export default menu
}

declare module 'virtual:digests' {
  const digests: Readonly<Record<string, import('audio-text-drills').CatalogEntry['digests']>>
  export default digests
}
