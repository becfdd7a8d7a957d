/** Most bytes of a recording; a file of five hours in good sound has a fifth of it. */
export const MOST_RECORDING_BYTES = 2_000_000_000
