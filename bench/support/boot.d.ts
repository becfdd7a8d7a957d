/** What the benchmarks and browser tests use of the start-up scripts, which are plain JavaScript because they run before anything is installed. */

declare module '@/platform/boot/testing/scratch-server.mjs' {
  export function scratchFolder(name: string): string
}
declare module '@/platform/boot/postgres/server.mjs' {
  export function ensurePostgres(folder: string): Promise<{ url: string; stop(): Promise<void> }>
}
declare module '@/platform/boot/postgres/place.mjs' {
  export function removeCluster(folder: string): void
}
declare module '@/platform/boot/places.mjs' {
  export function dataFolder(): string
  export function makeDataFolder(folder: string): string
}
declare module '@/platform/boot/migrate.mjs' {
  export function migrate(url: string): Promise<string[]>
}
declare module '@/platform/boot/lifecycle.mjs' {
  export function beforeEnd(work: () => unknown): void
  export function windDown(): Promise<void>
  export function endOnSignals(): void
}
declare module '@/platform/boot/build.mjs' {
  export function ensureBuilt(env: Record<string, string>): Promise<boolean>
}
declare module '@/platform/boot/web.mjs' {
  export function serve(options: {
    mode: 'start'
    host: string
    port: number
    env: Record<string, string>
    log: { write(part: unknown): void }
  }): Promise<{ pid: number; exited: Promise<number>; address: string; stop(): Promise<void> }>
}
declare module '@/platform/boot/browser.mjs' {
  export function ensureBrowser(): Promise<Record<string, string>>
}
declare module '@/platform/boot/ports.mjs' {
  export function freePort(): Promise<number>
}

declare module '@/platform/boot/testing/fresh-installation.mjs' {
  export function freshInstallation(
    url: string,
    name: string,
  ): Promise<{ url: string; admin: { email: string; password: string }; drop(): Promise<void> }>
}
