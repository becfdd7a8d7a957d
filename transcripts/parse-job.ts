import type { ParseRequest } from './parse-request'

/** What the server sends to the parsing thread: a request whose bytes are handed over. */
export type ParseJob = ParseRequest & { withCues: boolean }
