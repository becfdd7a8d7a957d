/** The package has no types of its own. */
declare module 'node-webvtt' {
  export function parse(input: string, options: { meta: boolean; strict: boolean }): { cues: unknown[] }
}
