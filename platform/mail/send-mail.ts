import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { mailPlace } from '@/platform/env'
import { headerLine, type MailContent, renderMail } from '@/platform/mail/message'

/** The mail server will never take this: the address is wrong, or the mail is not wanted. Trying again cannot help. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
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
 * @throws MailRefused where it is refused for good; any other Error where it may work later, or this site sends none.
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
    throw isForGood(error) ? new MailRefused(reasonOf(error)) : error
  }
}

/** A reply of 500 and above is for good (RFC 5321, 4.2.1), but for one to our own sign-in, which an administrator mends. */
function isForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const code = 'code' in error ? error.code : null
  const reply = 'responseCode' in error ? error.responseCode : null
  return code !== 'EAUTH' && typeof reply === 'number' && reply >= 500
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? headerLine(error.message) : 'The mail server refused it.'
}
