import 'server-only'
import { z } from 'zod'
import { memberOfLink } from '@/newsroom/member-link'
import { canManageMembers } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'
import { siteOrigin } from '@/platform/env'
import { Invalid, NotFound } from '@/platform/errors'
import { log } from '@/platform/log'
import { MailRefused, sendMail, sendsMail } from '@/platform/mail/send-mail'

const mailLinkSchema = z.object({
  /** Of the link that the administrator was just shown; only its hash is kept, so nobody else can send it. */
  path: z.string().regex(/^\/welcome\/[\w-]{20,100}$/, 'That is no link of this site.'),
})

/**
 * Sends the link by which a member chooses a password to that member's own address. It is sent while the administrator
 * waits and not kept for later: a secret does not lie in a queue.
 * @throws Invalid where the mail server does not take it; the link still works and can be passed on otherwise.
 */
export const mailLink = command({
  input: mailLinkSchema,
  load: async (tx, { path }) => {
    const member = await memberOfLink(path.slice('/welcome/'.length), tx)
    if (!member) throw new NotFound('That link does not work any more. Make a new one.')
    return member
  },
  allow: (actor: Actor) => canManageMembers(actor),
  run: async (tx, { actor, input, loaded: member }) => {
    if (!sendsMail()) throw new Invalid('This site sends no e-mail. Pass the link on another way.')
    const { siteName } = await readSettings(tx)
    try {
      await sendMail({
        to: { name: member.name, address: member.email },
        id: `link-${crypto.randomUUID()}`,
        subject: `${siteName}: your link to sign in`,
        opening: `Hello ${member.name}, ${actor.name} sends you a link to the desk of ${siteName}. By it you choose your password. It works once.`,
        items: [
          {
            kicker: '',
            sentence: 'Choose your password',
            text: '',
            link: { label: 'Choose your password', href: `${siteOrigin()}${input.path}` },
          },
        ],
        closing: 'If you do not know what this is about, leave it: without the link nothing happens.',
      })
    } catch (error) {
      log.warn({ error: String(error) }, 'a link was not mailed')
      const why = error instanceof MailRefused ? ` (${error.message})` : ''
      throw new Invalid(`The mail server did not take it${why}. Pass the link on another way.`)
    }
    return {
      value: { address: member.email },
      audit: [{ action: 'member.linkMailed', subject: memberSubject(member) }],
    }
  },
})
