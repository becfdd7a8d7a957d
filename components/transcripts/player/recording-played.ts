/** The recording as the desk plays it. `external` lies at another address; `mime` is empty where nobody knows. */
export type PlayedRecording = {
  url: string
  mime: string
  external: boolean
  durationMs: number | null
}
