import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { mailPlace } from '@/platform/env'
import { headerLine, type MailContent, renderMail } from '@/platform/mail/message'

/** The mail server will never take this: the address is wrong, or the mail is not wanted. Trying again cannot help. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

/** The connection broke when the mail server may have taken the mail already, and nobody knows whether it did. */
export class MailUnsure extends Error {
  override readonly name = 'MailUnsure'
}

export type Mail = MailContent & {
  to: { name: string; address: string }
  /** The same mail has the same id however often it is sent, so that whoever receives it twice shows it once. */
  id: string
}

/** Longer than a mail server should take, shorter than a person waits. */
const WAIT_MS = 15_000

const held = globalThis as typeof globalThis & { claimlineMail?: Transporter }

/** Whether this site sends e-mail. */
export function sendsMail(): boolean {
  return mailPlace() !== null
}

/**
 * Hands a mail to the server.
 * @throws MailRefused where it is refused for good; MailUnsure where it may have been taken; any other Error where it was not and
 * may be later, or this site sends none.
 */
export async function sendMail({ to, id, ...content }: Mail): Promise<void> {
  const place = mailPlace()
  if (!place) throw new Error('This site sends no e-mail.')
  held.claimlineMail ??= createTransport({
    url: place.server,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    // A mail holds what we wrote and nothing that is fetched or read from a file.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^<>@\s]+)>?$/.exec(place.from)?.[1] ?? 'localhost'
  try {
    await held.claimlineMail.sendMail({
      ...renderMail(content),
      from: place.from,
      to: { name: headerLine(to.name), address: to.address },
      messageId: `<${id}@${domain}>`,
      ...(content.settings ? { list: { unsubscribe: content.settings.href } } : {}),
      // Machines that answer for people on holiday do not answer this (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    if (isForGood(error)) throw new MailRefused(reasonOf(error))
    throw isBefore(error) ? error : new MailUnsure(reasonOf(error))
  }
}

/** A reply of 500 and above is for good (RFC 5321, 4.2.1), but for one to our own sign-in, which an administrator mends. */
function isForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const code = 'code' in error ? error.code : null
  const reply = 'responseCode' in error ? error.responseCode : null
  return code !== 'EAUTH' && typeof reply === 'number' && reply >= 500
}

/** How nodemailer says that there was no greeting yet. */
const BEFORE = ['Connection timeout', 'Greeting never received', 'Unexpected socket close']

/**
 * True where it is known that no mail was taken: the server answered, or there was no conversation yet. What nodemailer says of a
 * connection that broke later is the same before the mail was handed over and after it.
 */
function isBefore(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  // Below 400 it is no refusal, but the beginning of an answer that was cut off.
  if ('responseCode' in error && typeof error.responseCode === 'number') return error.responseCode >= 400
  if ('syscall' in error && (error.syscall === 'connect' || error.syscall === 'getaddrinfo')) return true
  const code = 'code' in error ? String(error.code) : ''
  if (['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE', 'EMESSAGE'].includes(code)) return true
  return error instanceof Error && BEFORE.includes(error.message)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? headerLine(error.message) : 'The mail server refused it.'
}
