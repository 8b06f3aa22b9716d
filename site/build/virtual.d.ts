// The modules of menu.ts.
declare module 'virtual:menu' {
  const menu: readonly import('../src/core/catalog.ts').MenuEntry[]
  export default menu
}

declare module 'virtual:digests' {
  const digests: ReadonlyMap<string, import('audio-text-drills').CatalogEntry['digests']>
  export default digests
}
