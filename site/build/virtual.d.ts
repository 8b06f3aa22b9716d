// The modules of corpus-modules.ts.
declare module 'virtual:menu' {
  const menu: readonly import('../src/core/catalog/catalog.ts').MenuEntry[]
  export default menu
}

declare module 'virtual:topics' {
  const topics: import('../src/core/catalog/catalog.ts').Topics
  export default topics
}

declare module 'virtual:digests' {
  const digests: ReadonlyMap<string, import('audio-text-drills').CatalogEntry['digests']>
  export default digests
}

declare module 'virtual:substances' {
  const substances: ReadonlyMap<string, string>
  export default substances
}

declare module 'virtual:tracks' {
  const tracks: readonly import('../src/core/catalog/track.ts').Track[]
  export default tracks
}

declare module 'virtual:about' {
  const about: import('./corpus-modules.ts').About
  export default about
}
