'use client'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu.island'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import { ROLE_LABELS, ROLES } from '@/newsroom/roles'
import type { MadeLink, MemberView } from '@/newsroom/views'
import { LinkOnce } from './link-once.island'
import type { MemberActions } from './member-actions'
import { type MemberChange, questionAbout } from './member-change'

type Props = { member: MemberView; actions: MemberActions }

/** What may be changed about one member; everything here is asked about once before it happens. */
export function MemberMenu({ member, actions }: Props) {
  const opener = useRef<HTMLButtonElement>(null)
  const [change, setChange] = useState<MemberChange | null>(null)
  const [link, setLink] = useState<MadeLink | null>(null)
  const { abilities } = member
  if (!Object.values(abilities).includes(true)) return null

  async function apply(wanted: MemberChange): Promise<string | null> {
    const memberId = member.id
    if (wanted.kind === 'reset') {
      const result = await actions.reset({ memberId })
      if (result.ok) setLink(result.value.link)
      return result.ok ? null : result.error.message
    }
    const result =
      wanted.kind === 'role'
        ? await actions.setRole({ memberId, role: wanted.role })
        : await actions[wanted.kind]({ memberId })
    if (result.ok) announce(wanted)
    return result.ok ? null : result.error.message
  }

  function announce(done: MemberChange) {
    const { saying } = questionAbout(member, done)
    const back = opposite(member, done)
    toastDone(saying, back ? { undo: () => void takeBack(back) } : {})
  }

  async function takeBack(back: MemberChange) {
    const refusal = await apply(back)
    if (refusal) toastRefused(refusal)
  }

  const question = change && questionAbout(member, change)
  return (
    <>
      <Menu
        trigger={
          <Button ref={opener} aria-label={`Change ${member.name}`}>
            Change
          </Button>
        }
      >
        {abilities.changeRole &&
          ROLES.filter((role) => role !== member.role).map((role) => (
            <MenuItem key={role} onSelect={() => setChange({ kind: 'role', role })}>
              Make {ROLE_LABELS[role].toLowerCase()}
            </MenuItem>
          ))}
        {abilities.changeRole && <MenuRule />}
        {abilities.resetPassword && (
          <MenuItem onSelect={() => setChange({ kind: 'reset' })}>Reset password</MenuItem>
        )}
        {abilities.endSessions && (
          <MenuItem onSelect={() => setChange({ kind: 'endSessions' })}>Sign out everywhere</MenuItem>
        )}
        {abilities.removeSecondFactor && (
          <MenuItem onSelect={() => setChange({ kind: 'removeFactor' })}>Remove second factor</MenuItem>
        )}
        {abilities.deactivate && (
          <MenuItem danger onSelect={() => setChange({ kind: 'deactivate' })}>
            Deactivate
          </MenuItem>
        )}
        {abilities.reactivate && (
          <MenuItem onSelect={() => setChange({ kind: 'reactivate' })}>Reactivate</MenuItem>
        )}
      </Menu>
      {change && question && (
        <Confirm
          open
          onOpenChange={(open) => !open && setChange(null)}
          title={question.title}
          confirmLabel={question.confirm}
          danger={change.kind === 'deactivate'}
          onConfirm={() => apply(change)}
        >
          {question.text}
        </Confirm>
      )}
      <LinkOnce
        name={member.name}
        link={link}
        mailLink={actions.mailLink}
        returnTo={opener}
        onClose={() => setLink(null)}
      />
    </>
  )
}

/** What takes a change back; a new password cannot be taken back. */
function opposite(member: MemberView, done: MemberChange): MemberChange | null {
  if (done.kind === 'role') return done.role === member.role ? null : { kind: 'role', role: member.role }
  if (done.kind === 'deactivate') return { kind: 'reactivate' }
  return null
}
