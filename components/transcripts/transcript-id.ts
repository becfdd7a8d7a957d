/** Islands find the transcript by this id and listen on it; it is never rendered in the browser. */
export const TRANSCRIPT_ID = 'transcript'
