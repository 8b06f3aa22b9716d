/** A port that can't be used, with a one-line message. */
export declare class PortError extends Error {}

export interface StaticServer {
  readonly url: string
  readonly show: (files: ReadonlyMap<string, Uint8Array>, isFixed?: (name: string) => boolean) => void
  readonly close: () => Promise<void>
}

export declare function startServer(options: {
  readonly port: number
  readonly base: string
}): Promise<StaticServer>
