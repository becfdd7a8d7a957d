import { ServerResponse } from 'node:http'

/**
 * Lets a route handler say how its bytes are framed. Next removes Content-Length and Content-Encoding from what a route
 * handler answers (next/dist/server/send-response.js: a body taken over from `fetch` may have been decoded), so a page that was
 * compressed once could not be sent, nor a range of a recording with its length. A route sets these names instead; they are
 * turned into the real ones as they reach Node's response (ADR 9).
 */
export const BODY_ENCODING = 'x-claimline-body-encoding'
export const BODY_LENGTH = 'x-claimline-body-length'

const REAL: Record<string, string> = { [BODY_ENCODING]: 'Content-Encoding', [BODY_LENGTH]: 'Content-Length' }

const realName = (name: string) => REAL[name.toLowerCase()] ?? name

/** Installs the translation on Node's ServerResponse; once a process, before the first request. */
export function installResponseFraming(): void {
  const { setHeader, appendHeader } = ServerResponse.prototype
  ServerResponse.prototype.setHeader = function (name, value) {
    return setHeader.call<ServerResponse, Parameters<typeof setHeader>, ServerResponse>(
      this,
      realName(name),
      value,
    )
  }
  ServerResponse.prototype.appendHeader = function (name, value) {
    return appendHeader.call<ServerResponse, Parameters<typeof appendHeader>, ServerResponse>(
      this,
      realName(name),
      value,
    )
  }
}
