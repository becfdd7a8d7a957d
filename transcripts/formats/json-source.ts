import type { Problem } from '@/transcripts/model'
import { isExcessiveJson } from './json-extent'
import { findJsonFault } from './json-fault'

/** A text read as JSON: its value, or the problem that says where it stops being JSON. */
export type JsonReading = { ok: true; value: unknown } | { ok: false; problem: Problem }

/** Whether a text could be JSON at all, by its first sign. Says nothing about whether it parses. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text.slice(0, 1000))
}

/**
 * Reads a text as JSON. Never throws; a fault comes with its line and column. What is too deep or has too many parts
 * for a transcript is refused unread: memory runs out inside JSON.parse before any limit can stop it.
 */
export function readJson(text: string): JsonReading {
  if (isExcessiveJson(text)) {
    const message = 'This JSON is nested deeper or has more parts than any transcript; it was not read.'
    return {
      ok: false,
      problem: { code: 'json-excessive', severity: 'error', line: null, path: null, message },
    }
  }
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch {
    const fault = findJsonFault(text)
    const at = `line ${fault.line}, column ${fault.column}`
    const message = fault.atEnd
      ? `The file stops in the middle, at ${at}: it looks cut off. Export or download it again.`
      : `This is not valid JSON: ${fault.expected} at ${at}.`
    const code = fault.atEnd ? 'truncated-file' : 'json-fault'
    return { ok: false, problem: { code, severity: 'error', line: fault.line, path: null, message } }
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The list under a key, or null where there is none. */
export function listOf(value: unknown, key: string): unknown[] | null {
  const found = isRecord(value) ? value[key] : undefined
  return Array.isArray(found) ? found : null
}

/** The non-empty text under a key, or null. */
export function textOf(value: unknown, key: string): string | null {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'string' && found !== '' ? found : null
}

/** The finite number under a key, numeric strings included (AWS writes those), or null. */
export function numberOf(value: unknown, key: string): number | null {
  const found = isRecord(value) ? value[key] : undefined
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** Seconds under a key as whole milliseconds, or null; a negative time is not a time. */
export function secondsOf(value: unknown, key: string): number | null {
  const seconds = numberOf(value, key)
  return seconds === null || seconds < 0 ? null : Math.round(seconds * 1000)
}

/** A speaker under a key, as recognisers write it: a name, or a number that becomes `Speaker 1`. */
export function speakerOf(value: unknown, key: string): string | null {
  const found = isRecord(value) ? value[key] : undefined
  if (typeof found === 'number' && Number.isFinite(found)) return `Speaker ${found}`
  if (typeof found !== 'string' || found.trim() === '') return null
  return /^([A-Z]|\d{1,2})$/.test(found.trim()) ? `Speaker ${found.trim()}` : found.trim()
}
