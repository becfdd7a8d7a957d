'use client'
import { useRef, useState } from 'react'
import { countUnsent } from '@/components/claims/drafts'
import { Confirm } from '@/components/ui/confirm.island'

type Props = { memberId: string; signOut: () => Promise<void>; className: string }

/** Signs out; asks once where something that was typed or done is not with the server yet. */
export function SignOut({ memberId, signOut, className }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [waiting, setWaiting] = useState(0)
  return (
    <>
      <form
        ref={form}
        action={signOut}
        onSubmit={(event) => {
          const unsent = countUnsent(memberId)
          if (unsent === 0 || waiting > 0) return
          event.preventDefault()
          setWaiting(unsent)
        }}
      >
        <button type="submit" className={className}>
          Sign out
        </button>
      </form>
      <Confirm
        open={waiting > 0}
        onOpenChange={(open) => !open && setWaiting(0)}
        title={
          waiting === 1 ? 'Sign out with 1 change not saved?' : `Sign out with ${waiting} changes not saved?`
        }
        confirmLabel="Sign out"
        onConfirm={async () => {
          form.current?.requestSubmit()
          return null
        }}
      >
        They stay in this browser, where nobody else sees them, and are sent when you sign in here again.
      </Confirm>
    </>
  )
}
