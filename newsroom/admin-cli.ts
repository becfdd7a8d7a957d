import 'server-only'
import { createFirstAdmin } from '@/newsroom/create-first-admin'
import { resetPasswordByEmail } from '@/newsroom/reset-password-by-email'
import { removeSecondFactorByEmail } from '@/newsroom/second-factor/remove-second-factor'
import { setBreakGlassByEmail, unlinkIdentityByEmail } from '@/newsroom/single-sign-on/at-console'
import { singleSignOn } from '@/newsroom/single-sign-on/provider-here'
import { db } from '@/platform/db'
import { Refusal } from '@/platform/errors'

/**
 * `npm run admin -- …`: what somebody with access to the server may do without signing in.
 * Run as `node --conditions=react-server --import tsx newsroom/admin-cli.ts COMMAND [--json]`.
 */
const USAGE = `Use:
  npm run admin -- first-admin            make the first administrator, if there is none
  npm run admin -- reset-password EMAIL   give a member a new password and end their sessions
  npm run admin -- reset-second-factor EMAIL
                                          remove a member's app, passkeys and recovery codes; their password stays
  npm run admin -- unlink EMAIL           forget who a member is at the single sign-on provider
  npm run admin -- break-glass EMAIL on|off
                                          let a member use a password where single sign-on is the only way in
Add --json for one line of JSON.`

async function main(args: string[]): Promise<number> {
  const json = args.includes('--json')
  const [verb, email, wanted] = args.filter((arg) => arg !== '--json')
  const say = (value: object, sentence: string) =>
    process.stdout.write(`${json ? JSON.stringify(value) : sentence}\n`)
  if (verb === 'first-admin') {
    // Each start asks this before it serves: settings that are wrong are told then, and not to who signs in first.
    singleSignOn()
    const made = await createFirstAdmin(process.env.CLAIMLINE_ADMIN_EMAIL ?? 'admin@claimline.local')
    say(
      made,
      made.created
        ? `Administrator ${made.email}, password ${made.password}. It is shown only now.`
        : `There is an administrator already: ${made.email}.`,
    )
    return 0
  }
  if (verb === 'reset-password' && email) {
    const { password, isActive, ...member } = await resetPasswordByEmail(email)
    const note = isActive
      ? ''
      : ' The member is deactivated and cannot sign in until an administrator reactivates them.'
    say(
      { email: member.email, password },
      `New password for ${member.email}: ${password}. It is shown only now; every session has ended.${note}`,
    )
    return 0
  }
  if (verb === 'reset-second-factor' && email) {
    const member = await removeSecondFactorByEmail(email)
    say(
      { email: member.email },
      `${member.email} has no second factor now; every session has ended. Their password alone lets them in.`,
    )
    return 0
  }
  if (verb === 'unlink' && email) {
    const { count, ...member } = await unlinkIdentityByEmail(email)
    const was = count
      ? 'is linked to nobody at the provider any more'
      : 'was linked to nobody at the provider'
    say({ ...member, count }, `${member.email} ${was}; every session has ended.`)
    return 0
  }
  if (verb === 'break-glass' && email && (wanted === 'on' || wanted === 'off')) {
    const member = await setBreakGlassByEmail(email, wanted === 'on')
    say(
      { ...member, breakGlass: wanted === 'on' },
      wanted === 'on'
        ? `${member.email} may sign in with a password, also where single sign-on is the only way in for others.`
        : `${member.email} signs in as everybody does; every session has ended.`,
    )
    return 0
  }
  process.stderr.write(`${USAGE}\n`)
  return 2
}

async function run(): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    const sentence =
      error instanceof Refusal
        ? error.message
        : `That did not work: ${error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : String(error)}`
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  } finally {
    await disconnect()
  }
}

/** It may never have connected, which has been said by then; an open pool would keep the process alive. */
async function disconnect(): Promise<void> {
  try {
    await db().$disconnect()
  } catch {
    process.exitCode = 1
  }
}

await run()
